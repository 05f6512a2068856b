import { NoTalk } from '../chat/frame.tsx'

export default function NoTalkYet() {
  return <NoTalk />
}
