import { isMac, mac } from '#src/auth/keyed.ts'
import type { Clock } from '#src/common/clock.ts'
import { base64url, fromBase64url, sha256 } from '#src/common/id.ts'
import { Problem } from '#src/common/problem.ts'
import type { Locale } from '#src/config/http-env.ts'
import type { Database } from '#src/database/database.ts'
import { findPreferences, type Preferences, preferencesOf, savePreferences } from './repository.ts'
import {
  type Channel,
  deviations,
  isMoneyAnyway,
  isWanted,
  UNASKED_DIGEST,
  withoutDigest,
} from './rules.ts'
import {
  type ChoosePreferences,
  type LetterTopic,
  type NotificationPreferences,
  Channel as SomeChannel,
  Topic as SomeTopic,
  type Unsubscribed,
} from './schema.ts'

export type PreferenceDeps = { database: Database; clock: Clock; tokenKey: string }

/** Each round somebody else's change went through. */
const ROUNDS = 5
const NOT_MONEY = { money: false }

/** What a guest's preferences stand under: their address is nobody's to read there. */
export const guestId = async (email: string): Promise<string> => `guest:${await sha256(email)}`

/** What people want to be told, and by what. */
export function createPreferenceService({ database, clock, tokenKey }: PreferenceDeps) {
  /** Changes what is kept from how it is then. @throws Problem `conflict` */
  async function change(
    id: string,
    to: (now: Preferences) => Partial<Omit<Preferences, 'id' | 'version' | 'updatedAt'>>,
  ): Promise<Preferences> {
    for (let round = 0; round < ROUNDS; round += 1) {
      const now = (await findPreferences(database, id)) ?? unchosen(id, clock.now())
      const { version, ...kept } = { ...now, ...to(now), updatedAt: clock.now() }
      if (await savePreferences(database, version, kept)) return { ...kept, version: version + 1 }
    }
    throw new Problem('conflict')
  }

  const bytes = (id: string, topic: LetterTopic) =>
    new TextEncoder().encode(JSON.stringify([id, topic]))

  return {
    /** What somebody chose, or would get unasked. One query. */
    async read(userId: string): Promise<NotificationPreferences> {
      const kept = await findPreferences(database, userId)
      return shown(kept ?? unchosen(userId, clock.now()))
    },

    /** Keeps all that somebody chooses. @throws Problem `conflict` when others kept being faster */
    async choose(
      userId: string,
      { locale, quietHours, digest, choices }: ChoosePreferences,
    ): Promise<NotificationPreferences> {
      const chosen = {
        locale,
        quietFrom: quietHours?.from ?? null,
        quietTo: quietHours?.to ?? null,
        choices: deviations(choices),
        digest: digest === undefined ? null : { ...digest, topics: [...new Set(digest.topics)] },
      }
      return shown(await change(userId, () => chosen))
    },

    /** The preferences of some, as they are kept or come unasked. One query. */
    async of(ids: readonly string[]): Promise<Map<string, Preferences>> {
      const kept = await preferencesOf(database, ids)
      const known = new Map(kept.map((one) => [one.id, one]))
      return new Map(ids.map((id) => [id, known.get(id) ?? unchosen(id, clock.now())]))
    },

    /**
     * What ends a topic's emails for somebody without signing in (RFC 8058): names nobody, holds for
     * this topic alone, and does not end.
     */
    async unsubscribeToken(id: string, topic: LetterTopic): Promise<string> {
      const said = bytes(id, topic)
      return `${base64url(said)}.${base64url(await mac(tokenKey, 'unsubscribe', said))}`
    },

    /** Ends the emails that a token is for; twice as well as once. @throws Problem `not_found` */
    async unsubscribe(token: string): Promise<Unsubscribed> {
      const { id, topic } = await opened(token)
      await change(id, ({ choices, digest }) => ({
        choices:
          topic === 'digest'
            ? withoutDigest({ choices, digest })
            : { ...choices, [topic]: { ...choices[topic], email: false } },
      }))
      return { topic }
    },

    /** What a token is for, changing nothing. @throws Problem `not_found` */
    topicOf: async (token: string): Promise<Unsubscribed> => ({
      topic: (await opened(token)).topic,
    }),
  }

  async function opened(token: string): Promise<{ id: string; topic: LetterTopic }> {
    const [said = '', signature = ''] = token.split('.')
    const given = fromBase64url(said)
    if (!(await isMac(tokenKey, 'unsubscribe', given, fromBase64url(signature)))) {
      throw new Problem('not_found')
    }
    const [id, topic] = JSON.parse(new TextDecoder().decode(given)) as [string, LetterTopic]
    return { id, topic }
  }
}

export type PreferenceService = ReturnType<typeof createPreferenceService>
export type { Preferences } from './repository.ts'

const unchosen = (id: string, at: Date, locale: Locale = 'th'): Preferences => ({
  ...{
    id,
    locale,
    choices: {},
    digest: null,
    quietFrom: null,
    quietTo: null,
    version: 0,
    updatedAt: at,
  },
})

const CHOICES = SomeTopic.options.flatMap((topic) =>
  SomeChannel.options.map((channel: Channel) => ({ topic, channel })),
)

const shown = ({
  locale,
  choices,
  digest,
  quietFrom,
  quietTo,
}: Preferences): NotificationPreferences => ({
  locale,
  quietHours: quietFrom === null || quietTo === null ? null : { from: quietFrom, to: quietTo },
  digest: digest ?? UNASKED_DIGEST,
  choices: CHOICES.map(({ topic, channel }) => ({
    topic,
    channel,
    enabled: isWanted(choices, topic, channel, NOT_MONEY),
    moneyAnyway: isMoneyAnyway(topic, channel),
  })),
})
