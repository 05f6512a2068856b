/** Whoever leaves takes their pushes along: the next person at this browser must not read them. */
export function leavePush(): void {
  if (!('serviceWorker' in navigator)) return
  void navigator.serviceWorker
    .getRegistration()
    .then(async (registration) => await registration?.pushManager?.getSubscription())
    .then(async (subscription) => await subscription?.unsubscribe())
    .catch(() => undefined)
}
