/** Makes the parts of one portal page and connects them: calls, frames, slider, messenger and alerts. */
import {PortalCallService} from '../card/portal-call.js';
import {makeCommandContext} from '../commands/command-context.js';
import {CALL_CARD} from '../commands/placement-interface.js';
import {PlacementServices} from '../commands/placement-services.js';
import type {FrameConditions} from '../frames/frame-conditions.js';
import {PortalFrames} from '../frames/portal-frames.js';
import {systemClock} from './clock.js';
import {PortalAlerts} from './portal-alerts.js';
import {Messenger} from './portal-messenger.js';
import type {SimulatedPortalOptions} from './portal-options.js';
import type {PortalWorld} from './portal-world.js';
import {Slider, type SliderResult} from './slider.js';

export interface PageParts {
  readonly calls: PortalCallService;
  readonly frames: PortalFrames;
  readonly slider: Slider;
  readonly messenger: Messenger;
  dispose(): void;
}

/** What the parts need of their page. */
export interface PartsHost {
  readonly document: Document;
  /** The page's name in the timeline; empty for the first page. */
  readonly pageName: string;
  readonly world: PortalWorld<unknown>;
  /** The conditions of frames that are opened or reloaded now. */
  conditions(): FrameConditions | undefined;
  /** Opens a path in a slider, for the command `openPath`. */
  openPath(path: string): Promise<SliderResult>;
}

export function makePageParts(options: SimulatedPortalOptions, host: PartsHost): PageParts {
  const {document, pageName, world} = host;
  const clock = options.clock ?? systemClock;
  const slider = new Slider(document);
  const messenger = new Messenger(document);
  const alerts = new PortalAlerts(document);
  const showAlert = (text: string): void => alerts.show(text);
  const calls = new PortalCallService(
    {
      clock,
      emit: (placement, event) => {
        frames.emit(placement, event);
      },
      nextCallNumber: world.nextCallNumber,
    },
    options.dialect ?? 'browser',
  );
  const context = makeCommandContext(options, document, {
    appOptions: world.appOptions,
    userOptions: world.userOptions,
    messenger,
    showAlert,
    openSlider: (path) => host.openPath(path),
  });
  const frames = new PortalFrames({
    document,
    clock,
    pageName,
    timeline: world.timeline,
    language: context.language,
    credentials: options.backend,
    appOrigin: options.appOrigin,
    services: new PlacementServices(calls, context),
    conditions: () => host.conditions(),
    changed: world.changed,
    showAlert,
  });
  calls.subscribe((snapshot) => {
    // Frames in the card close with the card.
    if (snapshot === null) frames.closeAll(CALL_CARD);
  });
  return {
    calls,
    frames,
    slider,
    messenger,
    dispose: () => {
      frames.dispose();
      slider.dispose();
      messenger.dispose();
      alerts.dispose();
    },
  };
}
