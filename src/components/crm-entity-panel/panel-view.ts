/** What the panel's templates need of their element. */
import type {Snapshot} from '../../controller/snapshot.js';
import type {EntityRef} from '../../model/entity-ref.js';

export interface PanelView {
  readonly snapshot: Snapshot;
  /** The codes of the fields whose long text is shown whole. */
  readonly expanded: ReadonlySet<string>;
  /** The codes that the page asks for; empty when it leaves the choice to the operator. */
  readonly fields: readonly string[];
  /** Whether the portal refused to open a page: then links do what links do. */
  readonly openFailed: boolean;
  readonly toggle: (code: string) => void;
  readonly open: (event: MouseEvent, path: string, entity: EntityRef | null) => void;
  readonly reload: () => void;
  /** Goes to the tab of a record. */
  readonly choose: (ref: EntityRef) => void;
  /** Goes back to the list of those who have the number. */
  readonly chooseAnother: () => void;
  readonly keyOnTab: (event: KeyboardEvent) => void;
}
