import type { HttpEnv } from '#src/config/http-env.ts'
import { createAnsweringService } from './answering/service.ts'
import { type CopyDeps, createCopyService } from './copy/service.ts'
import { createModerationService, type ModerationDeps } from './moderation/service.ts'
import { type ChatDeps, createChatService } from './service.ts'

/** Talks between shoppers and shops. Built for one request or message batch. */
export function createChatModule(
  deps: Omit<ChatDeps, 'hoursOf'> & Pick<CopyDeps, 'showTo'> & Pick<ModerationDeps, 'operatorFeed'>,
) {
  const answering = createAnsweringService(deps)
  const chat = createChatService({ ...deps, hoursOf: answering.hoursOf })
  return {
    ...chat,
    answering,
    copy: createCopyService(deps),
    moderation: createModerationService({ ...deps, chat }),
  }
}

export type ChatModule = ReturnType<typeof createChatModule>
export type ChatEnv = HttpEnv<{ chat: ChatModule }>
