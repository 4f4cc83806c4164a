import type {ContractGroup} from './cases.js';
export const AUTO_CLOSE_GROUPS: readonly ContractGroup[] = [];
