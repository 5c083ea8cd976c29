import {defineConfig} from 'tsdown'

export default defineConfig({
  entry: {index: 'src/index.ts', project: 'src/project/index.ts', cli: 'src/cli/index.ts'},
  format: 'esm',
  platform: 'node',
  target: 'node20',
  dts: true,
  fixedExtension: false,
  clean: true,
})
