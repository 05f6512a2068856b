import type { ChatBody } from '#objects/messages.ts'
import { before, type Clock, HOUR_MS } from '#src/common/clock.ts'
import { sha256 } from '#src/common/id.ts'
import { isProblem, Problem, wrongField } from '#src/common/problem.ts'
import type { StoredFile } from '#src/services/upload/index.ts'
import { pictureUrl } from '../rules.ts'

/** Files of people, as far as talks use them. */
export type PictureFiles = {
  claim(
    userId: string,
    id: string,
    use: { usedFor: string; usedAs: string },
  ): Promise<{ width: number; height: number } | undefined>
  read(id: string, usedFor: string): Promise<StoredFile | undefined>
}

export type PictureDeps = {
  clock: Clock
  files: PictureFiles
  chat: { require(id: string, userId: string): Promise<unknown> }
  /** Whether an operator has said since then why they read this talk. */
  overseen(operatorId: string, roomId: string, since: Date): Promise<boolean>
}

type PictureBody = Extract<ChatBody, { type: 'picture' }>
type Caller = { userId: string; roles: readonly string[] }

/** How long what an operator said of a talk opens its pictures. */
const OVERSEEN_MS = HOUR_MS

/** Pictures in talks: their files are nobody else's. */
export function createPictureService({ clock, files, chat, overseen }: PictureDeps) {
  async function isSeenBy(roomId: string, { userId, roles }: Caller): Promise<boolean> {
    try {
      await chat.require(roomId, userId)
      return true
    } catch (error) {
      if (!isProblem(error, 'not_found')) throw error
    }
    const since = before(clock.now(), OVERSEEN_MS)
    return roles.includes('operator') && (await overseen(userId, roomId, since))
  }

  return {
    /** A picture of the sender's own for one message. @throws Problem `validation_failed` */
    async claim(
      userId: string,
      roomId: string,
      { key, clientId }: { key: string; clientId: string },
    ): Promise<PictureBody> {
      const use = { usedFor: roomId, usedAs: await sha256(clientId) }
      const sides = await files.claim(userId, key, use)
      if (sides === undefined) throw wrongField('key', 'not_a_choice')
      return { type: 'picture', url: pictureUrl(roomId, key), ...sides }
    },

    /**
     * A picture of a talk, for its two sides, and for an operator who said why they read it.
     * @throws Problem `not_found`
     */
    async read(roomId: string, pictureId: string, caller: Caller): Promise<StoredFile> {
      const file = (await isSeenBy(roomId, caller))
        ? await files.read(pictureId, roomId)
        : undefined
      if (file === undefined) throw new Problem('not_found')
      return file
    },
  }
}

export type PictureService = ReturnType<typeof createPictureService>
