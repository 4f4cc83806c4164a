/**
 * Watches what an app's page shows, the same for every page: runs before the page's own scripts, and
 * looks once in each frame of the animation. What it finds is on the screen when that frame is.
 */
(() => {
  /** What the record has to show, from the server. */
  const EXPECTED = new Set(globalThis.recordToShow);

  /** Elements in the page itself, and in the kit's element with this tag. */
  const all = (tag, selector) =>
    [
      document,
      ...[...document.querySelectorAll(tag)].flatMap(({shadowRoot}) => shadowRoot ?? []),
    ].flatMap((place) => [...place.querySelectorAll(selector)]);
  /** The call has a heading of its own in the kit's page, its number. */
  const inRecord = (selector) => all('crm-entity-panel', selector);
  const textOf = ({textContent}) => textContent.replace(/\s+/g, ' ').trim();
  /** A list's entries are elements in one page, and a text with commas in another. */
  const valueOf = (element) => {
    const entries = [...element.querySelectorAll('li')];
    return entries.length === 0 ? textOf(element) : entries.map(textOf).join(', ');
  };
  const title = () => inRecord('h2').map(textOf).join();
  const state = () => all('call-summary', '[part="state"]').map(textOf).join();
  /** Labels with their texts, the title, phones and e-mails; phones without the country's format. */
  const shown = () => [
    ...inRecord('h2').map((heading) => `title: ${textOf(heading)}`),
    ...inRecord('a[href^="tel:"]').map(({href}) => href),
    ...inRecord('a[href^="mailto:"]').map(({href}) => decodeURIComponent(href)),
    ...inRecord('[part="field"]').map(
      (field) => `${textOf(field.querySelector('dt'))}: ${valueOf(field.querySelector('dd'))}`,
    ),
  ];
  /** Whether the fields are there; names may still be missing. */
  const hasFields = (texts) => texts.length >= EXPECTED.size;
  const isComplete = (texts) =>
    texts.length === EXPECTED.size && texts.every((text) => EXPECTED.has(text));
  const canStore = () => {
    try {
      return sessionStorage.length >= 0;
    } catch {
      return false;
    }
  };
  /** Resolves after the frame that is being made has been painted, with the time since the navigation. */
  const painted = () =>
    new Promise((resolve) => {
      const {port1, port2} = new MessageChannel();
      port1.onmessage = () => resolve(performance.now());
      port2.postMessage(null);
    });

  /** Resolves in the first frame of the animation in which the condition holds; with the count of frames. */
  const inFrame = (condition) =>
    new Promise((resolve) => {
      let frames = 0;
      const look = () => {
        frames += 1;
        if (condition()) painted().then(() => resolve(frames));
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
  const now = () => performance.timeOrigin + performance.now();

  /** When the fields, and when all texts of the record are on the screen. */
  const recordShown = () =>
    new Promise((resolve) => {
      let fields;
      const look = () => {
        const texts = shown();
        if (hasFields(texts)) fields ??= painted();
        if (isComplete(texts)) {
          painted().then(async (record) => resolve({fields: await fields, record}));
        } else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });

  const paint = () =>
    new Promise((resolve) => {
      const hear = (list) => {
        const [{startTime} = {}] = list.getEntriesByName('first-contentful-paint');
        if (startTime !== undefined) resolve(startTime);
      };
      new PerformanceObserver(hear).observe({type: 'paint', buffered: true});
    });

  const probe = {
    /** When what the next event changes is on the screen, and in which frame after its arrival. */
    expectChange() {
      const before = state();
      probe.changed = new Promise((resolve) => {
        const hear = async ({data}) => {
          if (!/:"(idle|connecting|connected)"$/.test(data)) return;
          removeEventListener('message', hear);
          const frames = await inFrame(() => state() !== before);
          resolve({shown: now(), frames});
        };
        addEventListener('message', hear);
      });
    },
    /** When another record is on the screen. */
    expectRecord() {
      const before = title();
      probe.changed = inFrame(() => title() !== '' && title() !== before);
    },
    /** How what is shown differs from what should be. */
    difference() {
      const texts = shown();
      const missing = [...EXPECTED].filter((text) => !texts.includes(text));
      const unexpected = texts.filter((text) => !EXPECTED.has(text));
      return JSON.stringify({missing, unexpected});
    },
  };
  globalThis.probe = probe;
  recordShown().then(async (times) => {
    parent.postMessage({report: {...times, paint: await paint(), stores: canStore()}}, '*');
  });
})();
