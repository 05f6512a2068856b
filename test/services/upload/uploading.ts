import type { Market } from '#test/support/market.ts'

type Person = { token: string }

/** What a client does to have a picture taken in. */
export const uploader = (market: () => Market) => {
  const promise = async ({ token }: Person, file: Uint8Array, contentType = 'image/jpeg') => {
    const body = { kind: 'chat-picture', contentType, bytes: file.length }
    return await market().call('POST', '/uploads', { token, body })
  }
  const put = async (uploadUrl: string, file: Uint8Array, contentType = 'image/jpeg') => {
    const answer = await market().request(uploadUrl, {
      method: 'PUT',
      headers: { 'content-type': contentType },
      body: file as BodyInit,
    })
    return { status: answer.status, body: JSON.parse(await answer.text()) }
  }
  return {
    promise,
    put,
    /** The key of a picture that has come. */
    async picture(who: Person, file: Uint8Array): Promise<string> {
      const { body } = await promise(who, file)
      const taken = await put(body.uploadUrl, file)
      if (taken.status !== 200) throw new RangeError(JSON.stringify(taken.body))
      return body.key
    },
  }
}
