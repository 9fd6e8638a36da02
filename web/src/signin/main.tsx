import { pageData } from '../api/page.ts'
import { mount } from '../ui/mount.tsx'
import type { SignInPage } from './page.ts'
import { SignIn } from './SignIn.tsx'

void mount(<SignIn page={pageData<SignInPage>()} />)
