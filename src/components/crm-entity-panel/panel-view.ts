/** What the panel's templates need of their element. */
import type {Snapshot} from '../../controller/snapshot.js';
import type {FieldFormatters} from '../../crm/format/field-formatters.js';
import type {EntityRef} from '../../model/entity/entity-ref.js';
import type {CopyController} from '../shared/copy-controller.js';
import type {PanelActions} from './panel-actions.js';

export interface PanelView {
  readonly snapshot: Snapshot;
  /** The codes of the fields whose long text is shown whole. */
  readonly expanded: ReadonlySet<string>;
  /** The names of the fields that the page asks for; empty when it leaves the choice to the operator. */
  readonly fields: readonly string[];
  /** The page's own. */
  readonly formatters: FieldFormatters;
  /** Opens pages and calls numbers, and knows what the portal refused. */
  readonly links: PanelActions;
  readonly copier: CopyController;
  readonly toggle: (code: string) => void;
  readonly reload: () => void;
  /** Goes to the tab of a record. */
  readonly choose: (ref: EntityRef) => void;
  /** Goes back to the list of those who have the number. */
  readonly chooseAnother: () => void;
  readonly keyOnTab: (event: KeyboardEvent) => void;
}
