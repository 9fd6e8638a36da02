import { mount } from '../ui/mount.tsx'
import { Try } from './Try.tsx'

void mount(<Try />)
