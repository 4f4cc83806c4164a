/** What finds the records of a call that the call itself does not name; fetched when it is needed. */
export {activityBindings} from './activity-bindings.js';
