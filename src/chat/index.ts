import type { HttpEnv } from '#src/config/http-env.ts'
import type { Uploads } from '#src/services/upload/index.ts'
import { createAnsweringService } from './answering/service.ts'
import { type CardDeps, createCardService } from './card/service.ts'
import { type CopyDeps, createCopyService } from './copy/service.ts'
import { createErasingService, type ErasingDeps } from './erasing/service.ts'
import { createModerationService, type ModerationDeps } from './moderation/service.ts'
import { createPaceService } from './pace/service.ts'
import { createPictureService } from './picture/service.ts'
import { type ChatDeps, createChatService } from './service.ts'

export { CHAT_ERASED } from './erasing/service.ts'

type Outside = Omit<ChatDeps, 'hoursOf' | 'answersWithin' | 'pictures' | 'cards'> &
  Omit<CardDeps, 'pictures'> &
  Pick<ErasingDeps, 'relay'> &
  Pick<CopyDeps, 'showTo'> &
  Pick<ModerationDeps, 'operatorFeed'> & { uploads: Uploads }

/** Talks between shoppers and shops. Built for one request or message batch. */
export function createChatModule(deps: Outside) {
  const { uploads } = deps
  const answering = createAnsweringService(deps)
  const pace = createPaceService(deps)
  // Each asks the other only when it is called.
  const pictures: ReturnType<typeof createPictureService> = createPictureService({
    ...deps,
    files: uploads,
    chat: { require: async (id, userId) => await chat.require(id, userId) },
    overseen: async (...asked) => await moderation.overseen(...asked),
  })
  const chat = createChatService({
    ...deps,
    hoursOf: answering.hoursOf,
    answersWithin: pace.told,
    cards: createCardService({ ...deps, pictures }),
    pictures: { giveBack: uploads.giveBack, remove: uploads.remove },
  })
  const copy = createCopyService({ ...deps, pictures: uploads })
  const moderation = createModerationService({ ...deps, chat })
  const erasing = createErasingService({ ...deps, copy, pictures: uploads })
  return { ...chat, answering, copy, erasing, moderation, pace, pictures }
}

export type ChatModule = ReturnType<typeof createChatModule>
export type ChatEnv = HttpEnv<{ chat: ChatModule }>
