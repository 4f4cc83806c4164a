import {B24JSSDK} from './adapter-facts.js';
import {describeContract} from './portal-contract.js';

describeContract(B24JSSDK);
