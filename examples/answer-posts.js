/** A portal opens a page by POST. Vite's own servers answer `POST /` with 404; with this as they answer GET. */

/** @param {import('vite').ViteDevServer | import('vite').PreviewServer} server */
function takePostsForGets(server) {
  server.middlewares.use((request, _response, next) => {
    if (request.method === 'POST') request.method = 'GET';
    next();
  });
}

/** @type {import('vite').Plugin} */
export const answerPosts = {
  name: 'answer-posts',
  configureServer: takePostsForGets,
  configurePreviewServer: takePostsForGets,
};
