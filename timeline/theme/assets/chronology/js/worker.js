/*
 * The worker behind the search box. It speaks with Material's dialog as Material's own worker does (set up and
 * ready, a question and its results), so that the dialog stays as it is; what answers is fetched when the first
 * word is typed. Material starts it as a classic script: it can import, but not be a module.
 */

/** @typedef {{ location: string, title: string, text: string }} Extra A page that is not ours, in Material's index. */
/** @typedef {{ type: number, data: { config: { failed?: string }, docs: Extra[] } | string }} Message */

{
  const [SETUP, READY, QUERY, RESULT] = [0, 1, 2, 3];
  const INDEX = new URL("../../../../data/index/", location.href).href;
  /** @type {Extra[]} */
  let docs = [];
  let failed = "";
  /** @type {Promise<import("./answers.js").Answers> | undefined} */
  let answers;

  /** @param {object[]} items */
  const send = (items) => postMessage({ type: RESULT, data: { items } });

  /** @param {string} html */
  const plain = (html) => html.replace(/<[^>]*>/g, " ").replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&");

  const begin = async () => {
    const module = await import("./answers.js");
    /** @type {import("./search.js").PageRow[]} */
    const others = docs.map((doc) => [doc.location, plain(doc.title), "", plain(doc.text)]);
    return new module.Answers(INDEX, others, failed, send);
  };

  addEventListener("message", async (message) => {
    const { type, data } = /** @type {Message} */ (message.data);
    if (type === SETUP && typeof data === "object") {
      docs = data.docs;
      failed = data.config.failed ?? "";
      postMessage({ type: READY });
    } else if (type === QUERY && typeof data === "string") {
      if (data.trim() || answers) {
        answers ??= begin();
        (await answers).ask(data);
      } else {
        send([]);
      }
    }
  });
}
