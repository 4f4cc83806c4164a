/**
 * Watches what an app's page shows, the same for every page: runs before the page's own scripts, and
 * looks once in each frame of the animation. What it finds is on the screen when that frame is.
 */
(() => {
  const HOSTS = 'call-summary, crm-entity-panel';
  /** What has to be there for the record to count: its fields, and names that only the portal knows. */
  const FIELDS = 9;
  const NAMES = ['Trade show', 'Jonas Becker', 'Müller GmbH'];

  const places = () => [
    document,
    ...[...document.querySelectorAll(HOSTS)].flatMap(({shadowRoot}) => shadowRoot ?? []),
  ];
  const all = (selector) => places().flatMap((place) => [...place.querySelectorAll(selector)]);
  const fields = () => all('[part="field"]').map((field) => field.textContent.trim());
  const title = () => all('h2')[0]?.textContent.trim() ?? '';
  const state = () => all('[part="state"]')[0]?.textContent.trim() ?? '';
  const isComplete = () => {
    const shown = fields();
    return (
      shown.length >= FIELDS && NAMES.every((name) => shown.some((text) => text.includes(name)))
    );
  };
  /** After the frame that is being made has been painted. */
  const painted = (then) => {
    const {port1, port2} = new MessageChannel();
    port1.onmessage = () => then();
    port2.postMessage(null);
  };

  /** Resolves in the first frame of the animation in which the condition holds; with the count of frames. */
  const inFrame = (condition) =>
    new Promise((resolve) => {
      let frames = 0;
      const look = () => {
        frames += 1;
        if (condition()) painted(() => resolve(frames));
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
  const now = () => performance.timeOrigin + performance.now();

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
  };
  globalThis.probe = probe;
  inFrame(isComplete).then(async () => {
    const record = performance.now();
    parent.postMessage({report: {record, paint: await paint(), fields: fields()}}, '*');
  });
})();
