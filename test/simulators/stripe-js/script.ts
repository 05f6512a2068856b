import { CREATE_ELEMENT } from './element-script.ts'

/**
 * What `GET /v3/stripe.js` serves: the part of Stripe.js that the checkout uses. It runs in the shop's
 * page and never sees a card: fields, keys and calls live in frames of the simulator's own origin,
 * spoken to by postMessage with both origins checked and a nonce for each mount.
 */
export const STRIPE_JS = `(() => {
  'use strict'
  if (window.Stripe && window.Stripe.simulated) return
  const ORIGIN = new URL(document.currentScript.src).origin
  const LOAD_TIMEOUT_MS = 10000
  let frames = 0

  const nonce = () =>
    Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
      byte.toString(16).padStart(2, '0')).join('')

  const integrationError = (message) =>
    Object.assign(new Error(message), { name: 'IntegrationError' })

  /** A frame of the simulator with a private line to it. */
  const openFrame = (path, setup, onEvent) => {
    const channel = nonce()
    const frame = document.createElement('iframe')
    const waiting = new Map()
    const ready = Promise.withResolvers()
    ready.promise.catch(() => {})
    let calls = 0
    frames += 1
    frame.name = '__simulatedStripeFrame' + frames
    frame.title = setup.title || 'Payment simulator'
    frame.setAttribute('referrerpolicy', 'no-referrer')
    frame.src = ORIGIN + path + '#' + encodeURIComponent(
      JSON.stringify({ ...setup, channel, parent: location.origin }))
    const listen = (event) => {
      if (event.origin !== ORIGIN || event.source !== frame.contentWindow) return
      const data = event.data
      if (typeof data !== 'object' || data === null || data.channel !== channel) return
      if (data.type === 'ready') ready.resolve()
      if (data.type === 'result') {
        const answer = waiting.get(data.call)
        waiting.delete(data.call)
        if (answer) answer(data.result)
      } else onEvent(data)
    }
    window.addEventListener('message', listen)
    const timer = setTimeout(
      () => ready.reject(new Error('The payment form did not load.')), LOAD_TIMEOUT_MS)
    ready.promise.then(() => clearTimeout(timer), () => {})
    return {
      frame,
      ready: ready.promise,
      send: (type, more) => {
        if (frame.contentWindow) frame.contentWindow.postMessage({ ...more, channel, type }, ORIGIN)
      },
      call: async (type, more) => {
        await ready.promise
        calls += 1
        const call = calls
        const answer = new Promise((resolve) => waiting.set(call, resolve))
        frame.contentWindow.postMessage({ ...more, channel, type, call }, ORIGIN)
        return answer
      },
      close: () => {
        clearTimeout(timer)
        window.removeEventListener('message', listen)
        frame.remove()
      },
    }
  }

${CREATE_ELEMENT}  const Stripe = (key, settings = {}) => {
    let locale = settings.locale || 'auto'
    if (typeof key !== 'string' || !key.startsWith('pk_')) {
      throw integrationError('Stripe() wants a publishable key (pk_…), never a secret one.')
    }
    let controller = null
    const ask = (type, more) => {
      if (!controller) {
        controller = openFrame('/v3/controller', { key, locale }, () => {})
        controller.frame.hidden = true
        controller.frame.setAttribute('aria-hidden', 'true')
        document.body.append(controller.frame)
      }
      return controller.call(type, more)
    }

    /** Shows the bank's page over the shop's until the cardholder is done with it. */
    const challenge = (url) => new Promise((resolve) => {
      const channel = nonce()
      const address = new URL(url)
      const dialog = document.createElement('dialog')
      const frame = document.createElement('iframe')
      if (address.origin !== ORIGIN) throw integrationError('Not a page of the simulator: ' + url)
      address.searchParams.set('channel', channel)
      address.searchParams.set('parent', location.origin)
      frame.src = address.href
      frame.title = '3-D Secure'
      frame.name = '__simulatedStripeChallenge'
      Object.assign(frame.style, { border: '0', width: '100%', height: '100%', display: 'block' })
      Object.assign(dialog.style, {
        border: '0', padding: '0', borderRadius: '12px', overflow: 'hidden',
        width: 'min(480px, 94vw)', height: 'min(560px, 92vh)',
      })
      const finish = () => {
        window.removeEventListener('message', listen)
        dialog.remove()
        resolve()
      }
      const listen = (event) => {
        if (event.origin !== ORIGIN || event.source !== frame.contentWindow) return
        if (event.data && event.data.channel === channel && event.data.type === 'challenge-finished') {
          finish()
        }
      }
      window.addEventListener('message', listen)
      dialog.addEventListener('close', finish)
      dialog.append(frame)
      document.body.append(dialog)
      dialog.showModal()
    })

    const outcome = (paymentIntent) => {
      const error = paymentIntent.last_payment_error
      if (paymentIntent.status === 'requires_payment_method' && error) {
        return { error: { ...error, payment_intent: paymentIntent } }
      }
      return { paymentIntent }
    }

    const settle = async (result, clientSecret) => {
      if (result.error) return result
      const next = result.paymentIntent.next_action
      if (result.paymentIntent.status !== 'requires_action' || !next) return result
      const url = next.use_stripe_sdk ? next.use_stripe_sdk.stripe_js
        : next.redirect_to_url ? next.redirect_to_url.url : null
      if (!url) return result
      await challenge(url)
      const after = await ask('retrieve', { clientSecret })
      return after.error ? after : outcome(after.paymentIntent)
    }

    const leave = (returnUrl, paymentIntent) => {
      const url = new URL(returnUrl, location.href)
      url.searchParams.set('payment_intent', paymentIntent.id)
      url.searchParams.set('payment_intent_client_secret', paymentIntent.client_secret)
      url.searchParams.set('redirect_status', paymentIntent.status)
      location.assign(url.href)
      return new Promise(() => {})
    }

    const confirmWith = async (element, clientSecret, returnUrl) =>
      settle(await element.call('confirm', { clientSecret, returnUrl }), clientSecret)

    return {
      elements: (options = {}) => {
        locale = options.locale || locale
        const group = { ...options, locale, elements: new Map() }
        return {
          clientSecret: options.clientSecret,
          create: (kind, more) => {
            if (kind !== 'payment' && kind !== 'card') {
              throw integrationError('The simulator has no element of the kind ' + kind + '.')
            }
            if (group.elements.has(kind)) {
              throw integrationError('An element of the kind ' + kind + ' was created already.')
            }
            const element = createElement(kind, more || {}, group, key)
            group.elements.set(kind, element)
            return element
          },
          getElement: (kind) => group.elements.get(kind) || null,
          update: (more) => {
            Object.assign(group, more)
            for (const element of group.elements.values()) element.repaint()
          },
          fetchUpdates: async () => ({}),
          submit: async () => {
            for (const element of group.elements.values()) {
              const result = await element.call('submit', {})
              if (result.error) return result
            }
            return { selectedPaymentMethod: 'card' }
          },
        }
      },
      confirmPayment: async ({ elements, clientSecret, confirmParams, redirect }) => {
        const secret = clientSecret || (elements && elements.clientSecret)
        const element = elements && (elements.getElement('payment') || elements.getElement('card'))
        const returnUrl = confirmParams && confirmParams.return_url
        if (!secret) throw integrationError('confirmPayment() wants a client secret.')
        if (!element) throw integrationError('confirmPayment() wants an element.')
        if (!returnUrl && redirect !== 'if_required') {
          throw integrationError('confirmPayment() wants confirmParams.return_url.')
        }
        const result = await confirmWith(element, secret, returnUrl)
        if (result.error || redirect === 'if_required') return result
        return leave(returnUrl, result.paymentIntent)
      },
      confirmCardPayment: async (clientSecret, data = {}) => {
        const element = data.payment_method && data.payment_method.card
        if (!element || !element.call) {
          throw integrationError('confirmCardPayment() wants payment_method.card: an element.')
        }
        return confirmWith(element, clientSecret, data.return_url)
      },
      retrievePaymentIntent: (clientSecret) => ask('retrieve', { clientSecret }),
      handleNextAction: async ({ clientSecret }) =>
        settle(await ask('retrieve', { clientSecret }), clientSecret),
    }
  }
  Stripe.simulated = true
  Stripe.version = 3
  window.Stripe = Stripe
})()
`
