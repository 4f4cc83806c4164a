/** The controls of the portal's pages and of the app's frames: they open, freeze, reload and close them. */
import type {Denial, PortalFrame, SimulatedPortal, TabOptions} from '../src/simulator/index.js';
import {button, checkBox, group} from './control-parts.js';
import {shortName} from './frame-names.js';
import {mirrorCalls} from './tabs.js';

export interface FrameControlsOptions {
  readonly portal: SimulatedPortal;
  readonly container: Element;
  /** The element that gets the portal's other tabs. */
  readonly tabs: Element;
  /** The app's page in a slider. */
  readonly sliderUrl: string;
}

const DENIALS = {
  Storage: 'storage',
  BroadcastChannel: 'broadcast-channel',
  Locks: 'locks',
} satisfies Record<string, Denial>;

export function showFrameControls(options: FrameControlsOptions): void {
  const {portal, container} = options;
  container.append(
    group('Pages of the portal', pageButtons(options)),
    group('Denied to the app', denialBoxes(portal)),
    group('Frames', [frameList(portal)]),
  );
}

function pageButtons({portal, tabs, sliderUrl}: FrameControlsOptions): readonly Node[] {
  const openTab = async (options: TabOptions): Promise<void> => {
    await mirrorCalls(portal, await portal.openTab(options));
  };
  const openSlider = async (): Promise<void> => {
    const slider = await portal.openSlider('/crm/contact/details/17/');
    await slider.openFrame({
      url: sliderUrl,
      placement: 'CRM_CONTACT_DETAIL_TAB',
      options: {ID: '17'},
      title: 'Contact',
    });
  };
  const buttons = {
    'New tab': () => openTab({container: tabs}),
    'Tab in a window': () => openTab({in: 'window'}),
    Slider: openSlider,
  };
  const last = button('Close last', () => {
    portal.pages.at(-1)?.dispose();
  });
  const show = (): void => {
    last.disabled = portal.pages.length === 1;
  };
  portal.subscribePages(show);
  show();
  return [
    ...Object.entries(buttons).map(([label, open]) => button(label, () => void open())),
    last,
  ];
}

/** Denials apply to frames that are loaded afterwards, so all frames are reloaded. */
function denialBoxes(portal: SimulatedPortal): readonly Node[] {
  const denied = new Set<Denial>();
  return Object.entries(DENIALS).map(([label, denial]) =>
    checkBox(label, (checked) => {
      if (checked) denied.add(denial);
      else denied.delete(denial);
      for (const page of portal.pages) {
        page.conditions = {deny: [...denied]};
        for (const frame of page.frames) void frame.reload();
      }
    }),
  );
}

function frameList(portal: SimulatedPortal): HTMLElement {
  const list = document.createElement('ul');
  list.className = 'frames';
  const rows = new Map<PortalFrame, HTMLLIElement>();
  const show = (): void => {
    const frames = portal.pages.flatMap((page) => page.frames);
    for (const [frame, row] of rows) {
      if (frames.includes(frame)) continue;
      row.remove();
      rows.delete(frame);
    }
    for (const frame of frames) {
      const row = rows.get(frame) ?? frameRow(frame);
      rows.set(frame, row);
      list.append(row);
      row.querySelector('button')?.replaceChildren(frame.frozen ? 'Resume' : 'Freeze');
      row.classList.toggle('frozen', frame.frozen);
    }
  };
  portal.subscribePages(show);
  show();
  return list;
}

function frameRow(frame: PortalFrame): HTMLLIElement {
  const name = document.createElement('span');
  name.textContent = shortName(frame.name);
  const actions = {
    Freeze: () => (frame.frozen ? frame.resume() : frame.freeze()),
    Reload: () => frame.reload(),
    Close: () => {
      frame.close();
    },
    Crash: () => frame.crash(),
  };
  const buttons = Object.entries(actions).map(([label, act]) => {
    const each = button(label, () => void act());
    each.title = `${label} ${shortName(frame.name)}`;
    return each;
  });
  const row = document.createElement('li');
  row.append(name, ...buttons);
  return row;
}
