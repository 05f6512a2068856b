import { describe, expect, it } from 'vitest'
import {
  type Person,
  refusesRemoval,
  refusesRole,
  rolesFor,
  rolesToGive,
} from '#src/user/member/rules.ts'

const person = (userId: string, role: Person['role'], isInvited = false): Person => ({
  ...{ userId, role, isInvited },
})
const [owner, manager, staff] = [
  person('dao', 'owner'),
  person('chai', 'manager'),
  person('fah', 'staff'),
]
const colleague = person('nok', 'manager')
const everybody = [owner, manager, colleague, staff]
const two = [...everybody, person('ploy', 'owner')]

describe('Who makes what of whom', () => {
  it('an owner gives any role, a manager makes staff, and staff makes nobody anything', () => {
    expect([owner, manager, staff].map(({ role }) => rolesToGive(role))).toEqual([
      ['owner', 'manager', 'staff'],
      ['staff'],
      [],
    ])
  })

  it.each([
    ['an owner raises staff', owner, staff, 'manager', null],
    ['an owner makes another owner', owner, manager, 'owner', null],
    ['a manager raises staff', manager, staff, 'manager', 'forbidden'],
    ['a manager lowers a manager', manager, colleague, 'staff', 'forbidden'],
    ['a manager lowers an owner', manager, owner, 'staff', 'forbidden'],
    ['staff raises himself', staff, staff, 'manager', 'forbidden'],
    ['a manager raises himself', manager, manager, 'owner', 'forbidden'],
    ['a manager steps down', manager, manager, 'staff', null],
    ['staff lowers a colleague', staff, staff, 'staff', null],
    ['the last owner steps down', owner, owner, 'manager', 'last_owner'],
    ['the last owner stays what he is', owner, owner, 'owner', null],
  ] as const)('%s', (_, actor, target, role, refusal) => {
    expect(refusesRole(actor, target, role, everybody)).toBe(refusal)
  })

  it.each([
    ['an owner takes out a manager', owner, manager, null],
    ['a manager takes out staff', manager, staff, null],
    ['a manager takes out a manager', manager, colleague, 'forbidden'],
    ['a manager takes out an owner', manager, owner, 'forbidden'],
    ['staff takes out a manager', staff, manager, 'forbidden'],
    ['staff leaves', staff, staff, null],
    ['a manager leaves', manager, manager, null],
    ['the last owner leaves', owner, owner, 'last_owner'],
  ] as const)('%s', (_, actor, target, refusal) => {
    expect(refusesRemoval(actor, target, everybody)).toBe(refusal)
  })

  it('one of two owners may go or step down, but an invited one is no owner yet', () => {
    expect(refusesRemoval(owner, owner, two)).toBeNull()
    expect(refusesRole(owner, owner, 'staff', two)).toBeNull()
    const asked = [...everybody, person('ploy', 'owner', true)]
    expect(refusesRemoval(owner, owner, asked)).toBe('last_owner')
    expect(refusesRemoval(owner, person('ploy', 'owner', true), asked)).toBeNull()
  })

  it('a page is told what it may offer, and nothing where only what is would be left', () => {
    expect(rolesFor(owner, staff, everybody)).toEqual(['owner', 'manager', 'staff'])
    expect(rolesFor(manager, manager, everybody)).toEqual(['manager', 'staff'])
    expect(rolesFor(manager, staff, everybody)).toEqual([])
    expect(rolesFor(owner, owner, everybody)).toEqual([])
    expect(rolesFor(staff, owner, everybody)).toEqual([])
  })
})
