import type { R2Bucket, R2ObjectBody } from '@cloudflare/workers-types'
import { isMac, mac } from '#src/auth/keyed.ts'
import type { Taken } from '#src/auth/limits.ts'
import { after, type Clock } from '#src/common/clock.ts'
import { base64url, fromBase64url, newId } from '#src/common/id.ts'
import { Problem } from '#src/common/problem.ts'
import { SETTINGS } from '#src/config/settings.ts'
import type { Database } from '#src/database/database.ts'
import { cleanPicture } from './pictures/index.ts'
import {
  claimFile,
  deleteUpload,
  dueFiles,
  filesOf,
  findUpload,
  insertUpload,
  keepFile,
  releaseFile,
  setDue,
  type Upload,
} from './repository.ts'
import { type AskUpload, type PromisedUpload, privateKey, type TakenUpload } from './schema.ts'

export type UploadDeps = {
  database: Database
  clock: Clock
  files: R2Bucket
  tokenKey: string
  limits: { upload(userId: string): Promise<Taken> }
}

export type StoredFile = { contentType: string; size: number; body: ReadableStream }

/** Cloudflare R2 deletes so many objects at once. */
const DELETED_AT_ONCE = 1000

/** Files of people: promised, taken once, cleaned, and deleted when they are due. */
export function createUploads({ database, clock, files, tokenKey, limits }: UploadDeps) {
  const idBytes = (id: string) => new TextEncoder().encode(id)

  // By their beginning, since a try that was cut off has left a file that no row names.
  async function remove(uploads: readonly Pick<Upload, 'id'>[]): Promise<void> {
    for (const { id } of uploads) {
      const { objects } = await files.list({ prefix: privateKey(id, ''), limit: DELETED_AT_ONCE })
      if (objects.length > 0) await files.delete(objects.map(({ key }) => key))
      // One by one, so that what breaks off is gone on with.
      await deleteUpload(database, id)
    }
  }

  return {
    /** Promises to take one file of this type and length, for some minutes. @throws Problem `rate_limited` */
    async promise(userId: string, asked: AskUpload): Promise<PromisedUpload> {
      const { allowed, retryAfterSeconds } = await limits.upload(userId)
      if (!allowed) throw new Problem('rate_limited', { retryAfterSeconds })
      const id = newId('upl')
      const closesAt = after(clock.now(), SETTINGS.upload.openMs)
      await insertUpload(database, {
        ...{ id, userId, ...asked, openUntilMs: closesAt.getTime() },
        ...{ object: null, width: null, height: null, usedFor: null, usedAs: null },
        dueMs: closesAt.getTime() + SETTINGS.upload.unusedMs,
      })
      const token = base64url(await mac(tokenKey, 'upload', idBytes(id)))
      const uploadUrl = `/api/uploads/${id}?token=${token}`
      return { uploadUrl, key: id, expiresAt: closesAt.toISOString() }
    },

    /**
     * Takes the file that was promised, cleaned; whoever has the address may bring it (U3).
     * @throws Problem `not_found` for no such promise or one that is over, `picture_invalid` for what
     * is not what was promised or cannot be shown, `transition_refused` when it was brought before
     */
    async take(
      id: string,
      token: string,
      { contentType, read }: { contentType: string | undefined; read(): Promise<Uint8Array> },
    ): Promise<TakenUpload> {
      const known = await isMac(tokenKey, 'upload', idBytes(id), fromBase64url(token))
      const upload = known ? await findUpload(database, id) : undefined
      const now = clock.now()
      if (upload === undefined || upload.openUntilMs <= now.getTime()) {
        throw new Problem('not_found')
      }
      if (upload.object !== null) throw new Problem('transition_refused')
      if (contentType !== upload.contentType) throw invalid('type')
      // Only now: whoever has no promise is not listened to.
      const bytes = await read()
      if (bytes.length !== upload.bytes) throw invalid('length')
      const clean = cleanPicture(bytes)
      if ('refused' in clean) throw invalid(clean.refused)
      if (clean.type !== upload.contentType) throw invalid('type')
      const object = privateKey(id, newId('req'))
      const { width, height } = clean
      await files.put(object, clean.bytes, { httpMetadata: { contentType: clean.type } })
      const dueMs = now.getTime() + SETTINGS.upload.unusedMs
      // Another one was first, or all of theirs was erased meanwhile.
      if (!(await keepFile(database, id, { object, width, height, dueMs }))) {
        await files.delete(object)
        throw new Problem('transition_refused')
      }
      return { key: id, width, height }
    },

    /** Gives somebody's own file to one use; undefined for a file that cannot be given to it. */
    async claim(
      userId: string,
      id: string,
      use: { usedFor: string; usedAs: string },
    ): Promise<{ width: number; height: number } | undefined> {
      const now = clock.now()
      const dueMs = after(now, SETTINGS.chat.claimMs).getTime()
      const file = await claimFile(database, { id, userId }, { ...use, dueMs }, now.getTime())
      if (file === undefined) return undefined
      const { width, height } = file
      if (width === null || height === null) throw new RangeError('a file without its sides')
      return { width, height }
    },

    /** What it was claimed for did not happen. */
    async giveBack(id: string): Promise<void> {
      const dueMs = after(clock.now(), SETTINGS.upload.unusedMs).getTime()
      await releaseFile(database, id, dueMs)
    },

    /** A file that is used stays until then. */
    keepUntil: async (id: string, until: Date): Promise<void> =>
      await setDue(database, id, until.getTime()),

    /** A file of one use, as it is read; undefined for any other. */
    async read(id: string, usedFor: string): Promise<StoredFile | undefined> {
      const upload = await findUpload(database, id)
      if (upload === undefined || upload.object === null || upload.usedFor !== usedFor) return
      const file: R2ObjectBody | null = await files.get(upload.object)
      if (file === null) return undefined
      const body = file.body as unknown as ReadableStream
      return { contentType: upload.contentType, size: file.size, body }
    },

    remove: async (id: string): Promise<void> => await remove([{ id }]),

    /** Deletes somebody's files that were promised until then: of one use, or not used yet. */
    async removeOf(userId: string, usedFor: string | null, until: Date): Promise<void> {
      const openUntilMs = after(until, SETTINGS.upload.openMs).getTime()
      await remove(await filesOf(database, userId, usedFor, openUntilMs))
    },

    /** Deletes what is due; as many as one run may. Answers how many. */
    async forget(): Promise<number> {
      const due = await dueFiles(database, clock.now().getTime(), SETTINGS.upload.filesARun)
      await remove(due)
      return due.length
    },
  }
}

export type Uploads = ReturnType<typeof createUploads>

const invalid = (reason: 'type' | 'length' | 'damaged' | 'too_large') =>
  new Problem('picture_invalid', { extra: { reason } })
