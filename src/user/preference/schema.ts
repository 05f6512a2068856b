import * as z from 'zod'
import { CHANNELS, TOPICS } from '#src/common/topics.ts'

export const Topic = z.enum(TOPICS)
export const Channel = z.enum(CHANNELS)

const minute = z.int().min(0).max(1439)
/** Minutes of the day in Bangkok; past midnight where `to` is before `from`. */
const QuietHours = z.strictObject({ from: minute, to: minute })
const locale = z.enum(['th', 'en'])

/** Whether emails of some topics are gathered into one at eight in the morning, and of which. */
const Digest = z.strictObject({
  every: z.enum(['off', 'daily']),
  topics: z.array(Topic).max(Topic.options.length),
})

const Choice = z.strictObject({ topic: Topic, channel: Channel, enabled: z.boolean() })

/** What somebody is told, by what, and when nothing rings. */
export const NotificationPreferences = z
  .object({
    /** The language of emails, messages and pushes. */
    locale,
    quietHours: QuietHours.nullable(),
    digest: Digest,
    /** Every topic by every channel. */
    choices: z.array(
      z.object({
        topic: Topic,
        channel: Channel,
        enabled: z.boolean(),
        /** What is about money comes by it whatever is chosen. */
        moneyAnyway: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'NotificationPreferences' })
export type NotificationPreferences = z.output<typeof NotificationPreferences>

/** All that somebody chooses; what is left out of `choices` is as it comes unasked. */
export const ChoosePreferences = z.strictObject({
  locale,
  quietHours: QuietHours.nullable(),
  digest: Digest.optional(),
  choices: z.array(Choice).max(Topic.options.length * Channel.options.length),
})
export type ChoosePreferences = z.output<typeof ChoosePreferences>

export const UnsubscribeQuery = z.object({
  token: z
    .string()
    .min(1)
    .max(300)
    .regex(/^[\w-]+\.[\w-]+$/),
})
export type UnsubscribeQuery = z.output<typeof UnsubscribeQuery>

/** What an email was about: a topic, or all that the letter of the day gathers. */
export const LetterTopic = z.enum([...Topic.options, 'digest'])
export type LetterTopic = z.output<typeof LetterTopic>

export const Unsubscribed = z.object({ topic: LetterTopic }).meta({ id: 'Unsubscribed' })
export type Unsubscribed = z.output<typeof Unsubscribed>
