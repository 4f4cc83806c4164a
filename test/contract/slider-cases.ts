import type {ContractGroup} from './cases.js';
export const SLIDER_GROUPS: readonly ContractGroup[] = [];
