import { pageData } from '../api/page.ts'
import { mount } from '../ui/mount.tsx'
import { Panel } from './Panel.tsx'
import type { PanelPage } from './page.ts'
import './panel.css'

mount(<Panel page={pageData<PanelPage>()} />)
