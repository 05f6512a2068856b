/**
 * The part of the script that makes an element: a frame of the simulator in the shop's page, with the
 * events and methods that Stripe's elements have. It stands inside STRIPE_JS and uses its `openFrame`.
 */
export const CREATE_ELEMENT = `
  const createElement = (kind, options, group, key) => {
    const handlers = new Map()
    let line = null
    let state = { complete: false, empty: true }
    const fire = (name, event) => {
      for (const handler of [...(handlers.get(name) || [])]) handler({ elementType: kind, ...event })
    }
    const element = {
      mount: (target) => {
        const host = typeof target === 'string' ? document.querySelector(target) : target
        if (!(host instanceof Element)) {
          throw integrationError('The element to mount into was not found.')
        }
        element.unmount()
        line = openFrame('/v3/elements/card', {
          key,
          title: group.locale === 'en' ? 'Secure card fields' : 'ช่องกรอกบัตรที่ปลอดภัย',
          locale: group.locale,
          appearance: group.appearance || {},
        }, (data) => {
          if (data.type === 'ready') fire('ready', {})
          if (data.type === 'resize') line.frame.style.height = Number(data.height) + 'px'
          if (data.type === 'focus' || data.type === 'blur' || data.type === 'escape') {
            fire(data.type, {})
          }
          if (data.type === 'change') {
            state = { complete: data.complete === true, empty: data.empty === true }
            fire('change', {
              ...state,
              collapsed: false,
              brand: data.brand,
              error: data.error || undefined,
              value: { type: 'card' },
            })
          }
        })
        Object.assign(line.frame.style, {
          border: '0', display: 'block', width: '100%', height: '220px',
          // Its ground shows through only while both pages are of one scheme, and the frame's is light.
          colorScheme: 'light only',
        })
        const opened = line
        line.ready.catch((reason) => {
          if (line === opened) {
            fire('loaderror', { error: { type: 'api_error', message: reason.message } })
          }
        })
        host.replaceChildren(line.frame)
        return element
      },
      on: (name, handler) => {
        handlers.set(name, [...(handlers.get(name) || []), handler])
        return element
      },
      once: (name, handler) => {
        const once = (event) => {
          element.off(name, once)
          handler(event)
        }
        return element.on(name, once)
      },
      off: (name, handler) => {
        const left = (handlers.get(name) || []).filter((one) => handler && one !== handler)
        handlers.set(name, left)
        return element
      },
      update: () => element,
      repaint: () => line && line.send('paint', { appearance: group.appearance || {} }),
      focus: () => line && line.send('focus', {}),
      blur: () => line && line.send('blur', {}),
      clear: () => line && line.send('clear', {}),
      unmount: () => {
        if (line) line.close()
        line = null
      },
      destroy: () => {
        element.unmount()
        handlers.clear()
        group.elements.delete(kind)
      },
      call: (type, more) => {
        if (!line) throw integrationError('The ' + kind + ' element is not mounted.')
        return line.call(type, more)
      },
    }
    return element
  }

`
