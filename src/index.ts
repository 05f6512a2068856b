export default {
  fetch: () => new Response('talat'),
}
