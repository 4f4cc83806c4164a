import {BX24} from './adapter-facts.js';
import {describeContract} from './portal-contract.js';

describeContract(BX24);
