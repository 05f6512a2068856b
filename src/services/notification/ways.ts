import type { Clock } from '#src/common/clock.ts'
import type { Log } from '#src/common/log.ts'
import type { Config, Env } from '#src/config/env.ts'
import type { Database } from '#src/database/database.ts'
import { boundEmail, resendEmail } from './channels/email.ts'
import { linePush } from './channels/line.ts'
import { lineLogin } from './channels/line-login.ts'
import { localWays } from './channels/local.ts'
import { expoPush, fcmPush } from './channels/phone-push.ts'
import { failOver, thaiBulkSms, twilioSms } from './channels/sms.ts'
import { webPush } from './channels/web-push.ts'
import type { LineLogin, Send, Ways } from './index.ts'

type Deps = { env: Pick<Env, 'EMAIL'>; database: () => Database; clock: Clock; log: Log }

/** The ways to people that the configuration names; outside production the others end in /dev/inbox. */
export function waysOf(config: Config, { env, database, clock, log }: Deps): Ways {
  const { VAPID_KEY: key, VAPID_SUBJECT: subject, FCM_SERVICE_ACCOUNT: account } = config
  const configured: Record<keyof Ways, Send | undefined> = {
    email: emailOf(config, env, log),
    sms: smsOf(config),
    web_push: key && subject ? webPush({ key, subject }) : undefined,
    fcm: account && fcmPush(account),
    expo: config.EXPO_PUSH && expoPush({ accessToken: config.EXPO_ACCESS_TOKEN }),
    line: config.LINE_CHANNEL_TOKEN
      ? linePush({ channelToken: config.LINE_CHANNEL_TOKEN })
      : undefined,
  }
  const known = Object.entries(configured).filter(([, send]) => send !== undefined)
  const local = config.ENVIRONMENT === 'production' ? {} : localWays(database, clock)
  return { ...local, ...(Object.fromEntries(known) as Ways) }
}

/** How somebody shows which LINE account is theirs; null where that is not configured. */
export function lineLoginOf(config: Config): LineLogin | null {
  const { LINE_LOGIN_CHANNEL_ID: id, LINE_LOGIN_CHANNEL_SECRET: secret } = config
  return id && secret ? lineLogin({ id, secret, base: config.LINE_LOGIN_BASE }) : null
}

function emailOf(config: Config, { EMAIL }: Deps['env'], log: Log): Send | undefined {
  const { EMAIL_PROVIDER: provider, EMAIL_FROM: from, RESEND_API_KEY: apiKey } = config
  if (provider === 'resend' && apiKey !== undefined) return resendEmail({ apiKey, from })
  if (provider === 'cloudflare' && EMAIL !== undefined) return boundEmail(EMAIL, from, log)
  return undefined
}

function smsOf(config: Config): Send | undefined {
  const { THAIBULKSMS_KEY: key, THAIBULKSMS_SECRET: secret, THAIBULKSMS_SENDER: sender } = config
  const { TWILIO_ACCOUNT_SID: account, TWILIO_AUTH_TOKEN: token, TWILIO_FROM: from } = config
  const thai = key && secret && sender ? thaiBulkSms({ key, secret, sender }) : undefined
  const twilio = account && token && from ? twilioSms({ account, token, from }) : undefined
  return thai && twilio ? failOver(thai, twilio) : (thai ?? twilio)
}
