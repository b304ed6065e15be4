/** What the gateway is configured to do. */
export const settings = {
  title: 'Settings',
  about: [
    'The gateway is configured by ',
    ', which is changed where it runs and read when it starts; here it is seen, and another one checked.',
  ],
  configured: 'What is configured',
  hidden: 'Instead of each secret stands (hidden).',
  check: 'Check another configuration',
  whatCounts:
    'What a gateway that is started with it would say. Nothing is changed, and devices and addresses are not looked for.',
  text: 'What umec.yaml is to be',
  checkIt: 'Check',
  checking: 'checking …',
  valid: 'A gateway can be started with it.',
  outdated: 'It was changed since it was checked.',
  faults: (count: number) => (count === 1 ? 'One thing has to be otherwise:' : `${count} things have to be otherwise:`),
  notYaml: 'This is no YAML that can be read:',
  notSections: 'found something else, expected sections such as http: and devices:',
  line: (line: number) => `line ${line}`,
  clear: 'Clear',
} as const;
