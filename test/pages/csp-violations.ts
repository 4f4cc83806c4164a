/** What the browser has refused this page by its content security policy. Comes before all else. */
import type {ProbeTasks} from './probe.js';

const violations: string[] = [];
// Composed and bubbling: those inside of shadow roots are heard as well.
document.addEventListener('securitypolicyviolation', (event) => {
  const {effectiveDirective, blockedURI, sourceFile, lineNumber, sample} = event;
  violations.push(`${effectiveDirective} ${blockedURI} ${sourceFile}:${lineNumber} ${sample}`);
});

export const VIOLATION_TASKS: ProbeTasks = {
  violations: () => violations,
  /** Does what the policy forbids, so that a test sees that it would be told. */
  violate: async () => {
    const probe = document.createElement('p');
    probe.setAttribute('style', 'color: red');
    document.body.append(probe);
    await fetch('https://elsewhere.example/').catch(() => undefined);
    try {
      probe.innerHTML = '<b>a text that nobody has vouched for</b>';
    } catch {
      // Thrown where the browser knows trusted types.
    }
  },
  knowsTrustedTypes: () => 'trustedTypes' in window,
};
