/**
 * What runs inside the simulator's own frame, at its own origin. With fields it is the card element,
 * without it is the controller that asks the API for the shop's page. A card number goes from here
 * to `/v1` of the same origin and nowhere else.
 */
export const FRAME_SCRIPT = String.raw`(() => {
  'use strict'
  const setup = JSON.parse(decodeURIComponent(location.hash.slice(1)) || '{}')
  history.replaceState(null, '', location.pathname)
  const parentOrigin = new URL(setup.parent)
  if (parentOrigin.protocol !== 'http:' ||
      !['127.0.0.1', 'localhost'].includes(parentOrigin.hostname)) {
    throw new Error('The simulator speaks to pages on this machine only.')
  }
  const tell = (type, more) =>
    parent.postMessage({ ...more, channel: setup.channel, type }, parentOrigin.origin)

  const language = setup.locale === 'th' || setup.locale === 'en' ? setup.locale
    : navigator.language.startsWith('en') ? 'en' : 'th'
  const WORDS = {
    th: {
      number: 'หมายเลขบัตร', expiry: 'วันหมดอายุ (ดด / ปป)', cvc: 'รหัสหลังบัตร (CVC)',
      incomplete_number: 'กรอกหมายเลขบัตรให้ครบ', incorrect_number: 'หมายเลขบัตรไม่ถูกต้อง',
      incomplete_expiry: 'กรอกวันหมดอายุให้ครบ', invalid_expiry_month: 'เดือนหมดอายุไม่ถูกต้อง',
      invalid_expiry_year: 'บัตรหมดอายุแล้ว', incomplete_cvc: 'กรอกรหัสหลังบัตรให้ครบ',
      invalid_cvc: 'รหัสหลังบัตรไม่ถูกต้อง', card_declined: 'บัตรถูกปฏิเสธ กรุณาใช้บัตรอื่น',
      insufficient_funds: 'วงเงินในบัตรไม่พอ กรุณาใช้บัตรอื่น',
      payment_intent_authentication_failure: 'ธนาคารยืนยันตัวตนไม่สำเร็จ กรุณาลองใหม่หรือใช้บัตรอื่น',
      unreachable: 'ติดต่อระบบชำระเงินไม่ได้ กรุณาลองใหม่',
    },
    en: {
      number: 'Card number', expiry: 'Expiry (MM / YY)', cvc: 'Security code (CVC)',
      incomplete_number: 'Your card number is incomplete.',
      incorrect_number: 'Your card number is invalid.',
      incomplete_expiry: 'Your card’s expiry date is incomplete.',
      invalid_expiry_month: 'Your card’s expiry month is invalid.',
      invalid_expiry_year: 'Your card has expired.',
      incomplete_cvc: 'Your card’s security code is incomplete.',
      invalid_cvc: 'Your card’s security code is invalid.',
      card_declined: 'Your card was declined.',
      insufficient_funds: 'Your card has insufficient funds.',
      payment_intent_authentication_failure:
        'Your bank could not confirm it was you. Please try again or use another card.',
      unreachable: 'The payment system could not be reached. Please try again.',
    },
  }[language]

  const api = async (method, path, form) => {
    const query = new URLSearchParams(form)
    const response = await fetch(method === 'GET' ? path + '?' + query : path, {
      method,
      headers: { authorization: 'Bearer ' + setup.key },
      ...(method === 'GET' ? {} : { body: query }),
    })
    const body = await response.json()
    if (!response.ok) return { error: translated(body.error) }
    const { last_payment_error: error } = body
    return { paymentIntent: error ? { ...body, last_payment_error: translated(error) } : body }
  }
  const translated = (error) => {
    const words = WORDS[error.decline_code] || WORDS[error.code]
    return words ? { ...error, message: words } : error
  }
  const reachable = (promise) => promise.catch(() => ({
    error: { type: 'api_connection_error', message: WORDS.unreachable },
  }))
  const intentPath = (secret) =>
    '/v1/payment_intents/' + encodeURIComponent(String(secret).split('_secret_')[0])
  const retrieve = ({ clientSecret }) =>
    api('GET', intentPath(clientSecret), { client_secret: clientSecret })

  const card = () => {
    const form = document.querySelector('form')
    if (!form) return null
    const fields = {
      number: form.elements.cardnumber, expiry: form.elements['exp-date'], cvc: form.elements.cvc,
    }
    const touched = new Set()
    const digits = (text) => text.replace(/\D/g, '')
    document.documentElement.lang = language
    for (const [name, input] of Object.entries(fields)) {
      document.querySelector('label[for=' + input.id + ']').textContent = WORDS[name]
    }

    const luhn = (number) => {
      let sum = 0
      for (let index = 0; index < number.length; index += 1) {
        const digit = Number(number[number.length - 1 - index]) * (index % 2 ? 2 : 1)
        sum += digit > 9 ? digit - 9 : digit
      }
      return sum % 10 === 0
    }
    const brand = (number) =>
      /^4/.test(number) ? 'visa' : /^(5[1-5]|2[2-7])/.test(number) ? 'mastercard' : 'unknown'
    const problems = {
      number: () => {
        const number = digits(fields.number.value)
        if (number.length < 16) return 'incomplete_number'
        return luhn(number) ? null : 'incorrect_number'
      },
      expiry: () => {
        const text = digits(fields.expiry.value)
        if (text.length < 4) return 'incomplete_expiry'
        const month = Number(text.slice(0, 2))
        if (month < 1 || month > 12) return 'invalid_expiry_month'
        const today = new Date()
        const months = (2000 + Number(text.slice(2, 4))) * 12 + month
        return months < today.getFullYear() * 12 + today.getMonth() + 1
          ? 'invalid_expiry_year' : null
      },
      cvc: () => (digits(fields.cvc.value).length < 3 ? 'incomplete_cvc' : null),
    }
    const firstProblem = () => {
      for (const name of Object.keys(fields)) {
        const code = problems[name]()
        if (code) return { name, error: { type: 'validation_error', code, message: WORDS[code] } }
      }
      return null
    }
    const show = (name) => {
      const code = touched.has(name) ? problems[name]() : null
      const input = fields[name]
      const note = document.getElementById(input.id + '-error')
      input.setAttribute('aria-invalid', String(Boolean(code)))
      note.textContent = code ? WORDS[code] : ''
    }
    const changed = () => {
      const problem = firstProblem()
      const visible = problem && touched.has(problem.name) ? problem.error : null
      const number = digits(fields.number.value)
      document.querySelector('.brand').textContent =
        { visa: 'VISA', mastercard: 'Mastercard', unknown: '' }[brand(number)]
      tell('change', {
        complete: problem === null,
        empty: Object.values(fields).every((input) => input.value === ''),
        brand: brand(number),
        error: visible,
      })
    }
    const format = {
      number: (text) => digits(text).slice(0, 16).replace(/(\d{4})(?=\d)/g, '$1 '),
      expiry: (text) => {
        let plain = digits(text).slice(0, 4)
        if (/^[2-9]/.test(plain)) plain = ('0' + plain).slice(0, 4)
        return plain.length > 2 ? plain.slice(0, 2) + ' / ' + plain.slice(2) : plain
      },
      cvc: (text) => digits(text).slice(0, 4),
    }
    for (const [name, input] of Object.entries(fields)) {
      input.addEventListener('input', () => {
        const formatted = format[name](input.value)
        const atEnd = input.selectionStart === input.value.length
        // Formatting in mid-text would throw the caret to the end; it waits until the field is left.
        if (atEnd && formatted !== input.value) input.value = formatted
        if (problems[name]() === null || touched.has(name)) show(name)
        changed()
      })
      input.addEventListener('focus', () => tell('focus', {}))
      input.addEventListener('blur', () => {
        input.value = format[name](input.value)
        if (input.value !== '') touched.add(name)
        show(name)
        changed()
        tell('blur', {})
      })
    }
    form.addEventListener('submit', (event) => event.preventDefault())
    form.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') tell('escape', {})
    })

    const submit = () => {
      for (const name of Object.keys(fields)) {
        touched.add(name)
        show(name)
      }
      const problem = firstProblem()
      changed()
      if (problem === null) return {}
      fields[problem.name].focus()
      return { error: problem.error }
    }
    return {
      submit,
      confirm: async ({ clientSecret, returnUrl }) => {
        const { error } = submit()
        if (error) return { error }
        const expiry = digits(fields.expiry.value)
        return api('POST', intentPath(clientSecret) + '/confirm', {
          client_secret: clientSecret,
          use_stripe_sdk: 'true',
          ...(returnUrl ? { return_url: returnUrl } : {}),
          'payment_method_data[type]': 'card',
          'payment_method_data[card][number]': digits(fields.number.value),
          'payment_method_data[card][exp_month]': expiry.slice(0, 2),
          'payment_method_data[card][exp_year]': '20' + expiry.slice(2),
          'payment_method_data[card][cvc]': fields.cvc.value,
        })
      },
      focus: () => fields.number.focus(),
      blur: () => document.activeElement && document.activeElement.blur(),
      clear: () => {
        form.reset()
        touched.clear()
        Object.keys(fields).forEach(show)
        changed()
      },
    }
  }

  const paint = (appearance) => {
    const variables = appearance.variables || {}
    const style = document.documentElement.style
    const names = {
      colorPrimary: '--primary', colorText: '--text', colorTextSecondary: '--muted',
      colorBackground: '--background', colorDanger: '--danger', borderRadius: '--radius',
      fontFamily: '--font', fontSizeBase: '--size',
    }
    document.documentElement.classList.toggle('night', appearance.theme === 'night')
    for (const [name, property] of Object.entries(names)) {
      if (typeof variables[name] === 'string') style.setProperty(property, variables[name])
    }
  }

  paint(setup.appearance || {})
  const fields = card()
  const handlers = { retrieve, ...fields, paint: ({ appearance }) => paint(appearance || {}) }
  addEventListener('message', async (event) => {
    if (event.origin !== parentOrigin.origin || event.source !== parent) return
    const data = event.data
    if (typeof data !== 'object' || data === null || data.channel !== setup.channel) return
    const handler = Object.hasOwn(handlers, data.type) ? handlers[data.type] : null
    if (!handler) return
    const result = await reachable(Promise.resolve(handler(data)))
    if (typeof data.call === 'number') tell('result', { call: data.call, result })
  })
  if (fields) {
    new ResizeObserver(() => tell('resize', { height: document.body.scrollHeight }))
      .observe(document.body)
  }
  tell('ready', {})
})()
`
