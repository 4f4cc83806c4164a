/** The view that the panel's templates render, and the callbacks of their element. */
import type {Snapshot} from '../../controller/snapshot.js';
import type {FieldFormatters} from '../../crm/format/field-formatters.js';
import type {EntityRef} from '../../model/entity/entity-ref.js';
import type {CopyController} from '../shared/copy-controller.js';
import type {PanelActions} from './panel-actions.js';

export interface PanelView {
  readonly snapshot: Snapshot;
  /** The codes of the fields whose long text is shown whole. */
  readonly expanded: ReadonlySet<string>;
  /** The names in the attribute `fields`; empty for the operator's own layout. */
  readonly fields: readonly string[];
  /** The page's own formatters. */
  readonly formatters: FieldFormatters;
  readonly actions: PanelActions;
  readonly copier: CopyController;
  /** Shows the whole of a field's long text, or cuts it. */
  readonly toggleText: (code: string) => void;
  readonly reload: () => void;
  /** A section was opened or collapsed. */
  readonly onSectionToggle: () => void;
  /** Shows the record of a tab or of the list of callers. */
  readonly chooseRecord: (ref: EntityRef) => void;
  /** Goes back to the list of records that have the number. */
  readonly backToCallers: () => void;
  readonly onTabKey: (event: KeyboardEvent) => void;
}
