import { Hono } from 'hono'
import { allow, inShop, signedIn } from '#src/auth/middleware.ts'
import { operation } from '#src/common/http/operation.ts'
import { valid } from '#src/common/http/validate.ts'
import type { UserEnv } from '../index.ts'
import {
  ChangeMember,
  InvitationList,
  InviteMember,
  Member,
  MemberList,
  MemberParam,
  ShopParam,
} from './schema.ts'

const tag = 'Shop members'
const fresh = { fresh: true }

/** Who works for a shop, and what an account is asked to join. */
export const memberRoutes = () =>
  new Hono<UserEnv>()
    .get(
      '/seller/shops/:shopId/members',
      operation({
        summary: 'List who works for the shop, and who is invited to',
        tag,
        answers: [200, MemberList],
        problems: ['not_found'],
        signedIn: true,
      }),
      allow('member'),
      valid('param', ShopParam),
      async (c) => c.json(await c.get('user').members.list(inShop(c.get('shopScope'))), 200),
    )
    .post(
      '/seller/shops/:shopId/members',
      operation({
        summary: 'Invite the account of an email to work for the shop',
        tag,
        answers: [201, Member],
        problems: ['not_found', 'forbidden', 'already_member', 'limit_reached', 'conflict'],
        signedIn: true,
      }),
      allow('member', { roles: ['owner', 'manager'] }),
      valid('param', ShopParam),
      valid('json', InviteMember),
      async (c) => {
        const scope = inShop(c.get('shopScope'))
        return c.json(await c.get('user').members.invite(scope, c.req.valid('json')), 201)
      },
    )
    .patch(
      '/seller/shops/:shopId/members/:userId',
      operation({
        summary: 'Give a member, or an invitation, another role',
        tag,
        answers: [200, Member],
        problems: ['not_found', 'forbidden', 'last_owner', 'conflict'],
        signedIn: true,
      }),
      allow('member'),
      valid('param', MemberParam),
      valid('json', ChangeMember),
      async (c) => {
        const scope = inShop(c.get('shopScope'))
        const { userId } = c.req.valid('param')
        const changed = await c.get('user').members.change(scope, userId, c.req.valid('json'))
        return c.json(changed, 200)
      },
    )
    .delete(
      '/seller/shops/:shopId/members/:userId',
      operation({
        summary: 'Take a member out, leave, or take an invitation back',
        tag,
        answers: [204],
        problems: ['not_found', 'forbidden', 'last_owner', 'conflict'],
        signedIn: true,
      }),
      allow('member'),
      valid('param', MemberParam),
      async (c) => {
        const { userId } = c.req.valid('param')
        await c.get('user').members.remove(inShop(c.get('shopScope')), userId)
        return c.body(null, 204)
      },
    )
    .get(
      '/me/shop-invitations',
      operation({
        summary: 'List the shops you are asked to work for',
        tag,
        answers: [200, InvitationList],
        signedIn: true,
      }),
      allow('user'),
      async (c) => {
        const { userId } = signedIn(c.get('principal'))
        return c.json(await c.get('user').members.invitations(userId, c.get('locale')), 200)
      },
    )
    .post(
      '/me/shop-invitations/:shopId/accept',
      operation({
        summary: 'Work for the shop',
        tag,
        answers: [204],
        problems: ['not_found', 'conflict'],
        signedIn: true,
      }),
      allow('user', fresh),
      valid('param', ShopParam),
      async (c) => {
        const { userId } = signedIn(c.get('principal'))
        await c.get('user').members.accept(c.req.valid('param').shopId, userId)
        return c.body(null, 204)
      },
    )
    .delete(
      '/me/shop-invitations/:shopId',
      operation({
        summary: 'Decline an invitation',
        tag,
        answers: [204],
        problems: ['not_found', 'conflict'],
        signedIn: true,
      }),
      allow('user', fresh),
      valid('param', ShopParam),
      async (c) => {
        const { userId } = signedIn(c.get('principal'))
        await c.get('user').members.decline(c.req.valid('param').shopId, userId)
        return c.body(null, 204)
      },
    )
