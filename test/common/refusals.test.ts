import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { email, thaiPhone } from '#src/common/contact.ts'
import { ProblemBody, problemResponse } from '#src/common/http/problem-response.ts'
import { fields } from '#src/common/http/validate.ts'
import { faults } from '#src/common/messages/faults.ts'
import { problems } from '#src/common/messages/problems.ts'
import { PROBLEMS, Problem, type ProblemCode } from '#src/common/problem.ts'
import { line } from '#src/common/text.ts'

const Form = z.strictObject({
  name: line(5),
  email,
  phone: thaiPhone,
  count: z.int().min(1).max(9),
  sort: z.enum(['newest', 'rating']),
  tags: z.array(z.string()).max(1),
})
const good = {
  name: 'มะลิ',
  email: 'mali@example.com',
  phone: '0812345678',
  count: 1,
  sort: 'newest',
  tags: [],
}

function faultsOf(change: object) {
  const given = { ...good, ...change }
  const { error } = Form.safeParse(given)
  return error === undefined ? [] : fields(error, given)
}

describe('What is wrong with a field', () => {
  it.each([
    [{ name: undefined }, { path: 'name', fault: 'required' }],
    [{ name: '' }, { path: 'name', fault: 'required' }],
    [{ name: '   ' }, { path: 'name', fault: 'blank' }],
    [{ name: 7 }, { path: 'name', fault: 'wrong_type' }],
    [{ name: 'ยาวเกินไป' }, { path: 'name', fault: 'too_long', limit: 5 }],
    [{ name: 'a\nb' }, { path: 'name', fault: 'not_one_line' }],
    [{ name: 'a\u0000' }, { path: 'name', fault: 'not_text' }],
    [{ email: 'mali' }, { path: 'email', fault: 'not_an_email' }],
    [{ phone: '12345' }, { path: 'phone', fault: 'not_a_thai_phone' }],
    [{ count: 0 }, { path: 'count', fault: 'too_small', limit: 1 }],
    [{ count: 10 }, { path: 'count', fault: 'too_large', limit: 9 }],
    [{ sort: 'odd' }, { path: 'sort', fault: 'not_a_choice' }],
    [{ tags: ['a', 'b'] }, { path: 'tags', fault: 'too_many', limit: 1 }],
    [{ more: 1 }, { path: '', fault: 'unknown_field' }],
  ])('of %j is %j', (change, expected) => {
    expect(faultsOf(change)).toContainEqual(expected)
  })

  it('is told in the language that was asked for, beside a code that never changes', async () => {
    const problem = new Problem('validation_failed', { errors: faultsOf({ count: 10 }) })
    const told = async (language: 'th' | 'en') =>
      ProblemBody.parse(await problemResponse(problem, 'req_1', language).json())
    expect(await told('th')).toMatchObject({
      title: 'The request is not valid',
      message: 'ยังกรอกไม่ครบหรือไม่ถูก ดูช่องที่ทำเครื่องหมายไว้',
      errors: [{ path: 'count', code: 'too_large', message: 'ไม่เกิน 9' }],
    })
    expect(await told('en')).toMatchObject({
      title: 'The request is not valid',
      message: 'Something is missing or not right. See the marked fields.',
      errors: [{ path: 'count', code: 'too_large', message: 'must be at most 9' }],
    })
  })
})

describe('The sentences that the API speaks', () => {
  it('are there for every refusal and fault, Thai in Thai and none of it in English', () => {
    for (const code of Object.keys(PROBLEMS) as ProblemCode[]) {
      expect(problems.th[code], code).toMatch(/\p{Script=Thai}/u)
      expect(problems.en[code], code).not.toMatch(/\p{Script=Thai}|!/u)
    }
    for (const code of Object.keys(faults.en) as (keyof typeof faults.en)[]) {
      expect(faults.th[code](3), code).toMatch(/\p{Script=Thai}/u)
      expect(faults.en[code](3), code).not.toMatch(/\p{Script=Thai}|!/u)
    }
  })
})
