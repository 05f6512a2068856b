import { Form, useNavigation } from '@remix-run/react'
import { Clock, Trash2, UserRound } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { PersonAvatar } from '../components/avatar.tsx'
import { Badge } from '../components/badge.tsx'
import { Button, LinkButton } from '../components/button.tsx'
import { useLocale, usePath, useTexts } from '../components/use-locale.ts'
import { formatDate } from '../format/date.ts'
import { staff as staffTexts } from '../messages/staff.ts'
import type { Member } from '../shapes.ts'

type MemberRowProps = {
  member: Member
  shopId: string
  isOwn: boolean
  /** Whether to take him out was pressed, and is asked once more. */
  asked: boolean
}

/** Somebody of the shop, with what may be done about him. */
export function MemberRow({ member, shopId, isOwn, asked }: MemberRowProps) {
  const texts = useTexts(staffTexts)
  const locale = useLocale()
  const { userId, name, email, role, roles, removable } = member
  const isInvited = member.status === 'invited'
  const here = `/seller/members?shop=${shopId}`
  const when = isInvited
    ? texts.until(formatDate(member.expiresAt ?? member.since, locale))
    : texts.since(formatDate(member.since, locale))
  const removal = isOwn ? texts.leave : isInvited ? texts.withdraw : texts.remove
  return (
    <li className="card stack gap-3 p-4">
      <div className="flex items-start gap-3">
        <PersonAvatar name={name} />
        <div className="min-w-0 flex-1">
          <p className="break-words font-display font-semibold [overflow-wrap:anywhere]">
            {name}
            {isOwn ? <span className="font-normal text-muted"> ({texts.you})</span> : null}
          </p>
          {email === null ? null : (
            <p className="text-muted text-sm [overflow-wrap:anywhere]">{email}</p>
          )}
          <p className="text-muted text-xs">{when}</p>
        </div>
        <div className="flex flex-none flex-wrap justify-end gap-1">
          <Badge kind={role === 'owner' ? 'leaf' : 'neutral'} icon={UserRound}>
            {texts.roles[role]}
          </Badge>
          {isInvited ? (
            <Badge kind="warn" icon={Clock}>
              {texts.invited}
            </Badge>
          ) : null}
        </div>
      </div>
      {asked && removable ? (
        <Ask
          text={isOwn ? texts.askLeave : isInvited ? texts.askWithdraw(name) : texts.ask(name)}
          shopId={shopId}
          userId={userId}
        >
          {removal}
        </Ask>
      ) : roles.length === 0 && !removable ? null : (
        <div className="flex flex-wrap items-end gap-2">
          {roles.length === 0 ? null : <RoleForm member={member} shopId={shopId} />}
          {removable ? (
            <LinkButton
              to={`${here}&remove=${userId}`}
              kind="quiet"
              icon={Trash2}
              preventScrollReset
            >
              {removal}
              {isOwn ? null : <span className="sr-only"> {texts.of(name)}</span>}
            </LinkButton>
          ) : null}
        </div>
      )}
    </li>
  )
}

type ActFormProps = { act: 'role' | 'remove'; shopId: string; userId: string; children: ReactNode }

/** One thing done about somebody of the shop. */
function ActForm({ act, shopId, userId, children }: ActFormProps) {
  const path = usePath()
  return (
    <Form
      method="post"
      action={path(`/seller/members?shop=${shopId}`)}
      preventScrollReset
      className="flex flex-wrap gap-2"
    >
      <input type="hidden" name="act" value={act} />
      <input type="hidden" name="userId" value={userId} />
      {children}
    </Form>
  )
}

function RoleForm({ member, shopId }: Pick<MemberRowProps, 'member' | 'shopId'>) {
  const texts = useTexts(staffTexts)
  const busy = useNavigation().formMethod === 'POST'
  const { userId, name, role, roles } = member
  return (
    <ActForm act="role" shopId={shopId} userId={userId}>
      <select
        name="role"
        defaultValue={role}
        aria-label={texts.roleOf(name)}
        className="control w-auto"
      >
        {roles.map((one) => (
          <option key={one} value={one}>
            {texts.roles[one]}
          </option>
        ))}
      </select>
      <Button type="submit" kind="line" aria-disabled={busy}>
        {texts.changeRole}
        <span className="sr-only"> {texts.of(name)}</span>
      </Button>
    </ActForm>
  )
}

type AskProps = { text: string; shopId: string; userId: string; children: ReactNode }

/** Asked in place: it works without scripts, and the focus is where the link was that led here. */
function Ask({ text, shopId, userId, children }: AskProps) {
  const texts = useTexts(staffTexts)
  const question = useRef<HTMLParagraphElement>(null)
  const busy = useNavigation().formMethod === 'POST'
  useEffect(() => question.current?.focus(), [])
  return (
    <ActForm act="remove" shopId={shopId} userId={userId}>
      <p
        ref={question}
        tabIndex={-1}
        className="w-full break-words font-display font-semibold focus-visible:outline-none"
      >
        {text}
      </p>
      <Button type="submit" kind="bad" aria-disabled={busy}>
        {children}
      </Button>
      <LinkButton to={`/seller/members?shop=${shopId}`} kind="quiet" preventScrollReset>
        {texts.keep}
      </LinkButton>
    </ActForm>
  )
}
