import {FRAME} from './adapter-facts.js';
import {describeContract} from './portal-contract.js';

describeContract(FRAME);
