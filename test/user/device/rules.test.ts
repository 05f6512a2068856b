import { describe, expect, it } from 'vitest'
import { applicationKey, isPushService } from '#src/user/device/rules.ts'

describe('A push service', () => {
  it.each([
    'https://fcm.googleapis.com/fcm/send/abc',
    'https://updates.push.services.mozilla.com/wpush/v2/abc',
    'https://web.push.apple.com/QABC',
    'https://wns2-sg2p.notify.windows.com/w/?token=abc',
  ])('is known: %s', (endpoint) => {
    expect(isPushService(endpoint)).toBe(true)
  })

  it.each([
    'http://fcm.googleapis.com/fcm/send/abc',
    'https://fcm.googleapis.com:8443/fcm/send/abc',
    'https://user@fcm.googleapis.com/fcm/send/abc',
    'https://fcm.googleapis.com.evil.example/abc',
    'https://evil.example/?fcm.googleapis.com',
    'https://evilnotify.windows.com/',
    'https://.notify.windows.com/',
    'https://127.0.0.1/',
    'https://[::1]/',
    'https://2130706433/',
    'https://169.254.169.254/latest/meta-data',
    'https://localhost/',
    'https://10.0.0.1.nip.io/',
    'ftp://fcm.googleapis.com/',
    'file:///etc/passwd',
    'fcm.googleapis.com',
    '',
  ])('is not one that our servers would be led to: %s', (endpoint) => {
    expect(isPushService(endpoint)).toBe(false)
  })
})

it('A signing key’s public half is a point as browsers take it', () => {
  expect(applicationKey({ x: 'AQID', y: 'BAUG' })).toBe('BAECAwQFBg')
})
