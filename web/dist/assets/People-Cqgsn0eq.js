import{a as e,i as t,r as n,s as r}from"./Words-BLbqobkX.js";import{a as i,i as a}from"./data-C2lgpPA1.js";import{a as o,i as s,r as c,s as l,t as u}from"./Answer-CXfdPZug.js";import{t as d}from"./Dialog-DCpdC3Cl.js";import{t as f}from"./Only-CV6ypB7A.js";import{t as p}from"./key-DsEmhWS2.js";import{t as m}from"./focus-DDnvx9C2.js";import{t as h}from"./State-Cfoz0iSR.js";import{t as g}from"./Text-BCdZrdet.js";import{n as _,t as v}from"./Time-mRGk2yzq.js";import{t as y}from"./Once-CrqBaB5D.js";import{t as b}from"./preload-helper-BQUUbbNx.js";import{t as x}from"./useKeyFor-B-vR-chU.js";import{t as S}from"./Field-g3qmi5Sg.js";import{t as C}from"./Limit-BNjP9gaT.js";import{n as w}from"./viewer-c76O6KLk.js";import{n as T}from"./Toast-CceN3_FM.js";var E=r(e(),1),D=class extends String{__apiType;value;__meta__;constructor(e,t){super(e),this.value=e,this.__meta__=t}toString(){return this.value}},O=new D(`
    query People {
  people {
    ...PersonRow
  }
  invitations {
    ...InvitationRow
  }
  campaigns {
    id
    name
  }
}
    fragment PersonRow on Person {
  id
  name
  email
  role
  campaigns {
    id
    name
  }
  signedInAt
  disabledAt
}
fragment InvitationRow on Invitation {
  id
  email
  role
  campaigns {
    id
    name
  }
  invitedBy
  createdAt
  expiresAt
  sentAt
  words
}`),k=new D(`
    mutation UpdatePerson($input: UpdatePersonInput!) {
  updatePerson(input: $input) {
    person {
      id
    }
  }
}
    `),A=new D(`
    mutation DisablePerson($input: DisablePersonInput!) {
  disablePerson(input: $input) {
    person {
      id
    }
  }
}
    `),j=new D(`
    mutation EnablePerson($input: EnablePersonInput!) {
  enablePerson(input: $input) {
    person {
      id
    }
  }
}
    `),M=new D(`
    mutation PasswordLink($input: CreatePasswordLinkInput!) {
  createPasswordLink(input: $input) {
    link
  }
}
    `),N=new D(`
    mutation Invite($input: CreateInvitationInput!) {
  createInvitation(input: $input) {
    invitation {
      ...InvitationRow
    }
    link
  }
}
    fragment InvitationRow on Invitation {
  id
  email
  role
  campaigns {
    id
    name
  }
  invitedBy
  createdAt
  expiresAt
  sentAt
  words
}`),P=new D(`
    mutation InviteAgain($input: ResendInvitationInput!) {
  resendInvitation(input: $input) {
    invitation {
      ...InvitationRow
    }
    link
  }
}
    fragment InvitationRow on Invitation {
  id
  email
  role
  campaigns {
    id
    name
  }
  invitedBy
  createdAt
  expiresAt
  sentAt
  words
}`),F=new D(`
    mutation RevokeInvitation($input: RevokeInvitationInput!) {
  revokeInvitation(input: $input) {
    invitation {
      id
    }
  }
}
    `),I=n({english:{title:`People`,invite:`Invite somebody`,invited:`Invited`,role:`Role`,"role.OWNER":`Owner`,"role.MANAGER":`Manager`,"role.OPERATOR":`Operator`,"role.VIEWER":`Viewer`,"may.OWNER":`May do everything, people and tokens too.`,"may.MANAGER":`May change campaigns, sources and follow-ups, but not people and tokens. Limited to campaigns, only what is theirs.`,"may.OPERATOR":`May see everything, and act on follow-ups: give codes, send, send again.`,"may.VIEWER":`May see, and change nothing.`,campaigns:`Campaigns`,"campaigns.all":`All campaigns`,"campaigns.some":`Only these`,only:`Only`,signedIn:`Signed in last:`,never:`never`,you:`That is you`,name:`Name`,change:`Change`,changeTitle:`Change {name}`,changed:`{name} was changed.`,disable:`Keep out`,enable:`Let in again`,disabled:`Kept out since {at}`,disabledNow:`{name} cannot sign in any more.`,passwordLink:`Link for a new password`,passwordText:`With the link {name} sets a new password, for when the old one is lost. It works once, within a day. Hand it over yourself: it is not mailed.`,makeLink:`Make the link`,link:`Link`,linkBefore:`The link was shown when the same was asked for before. Send the invitation again for a new one.`,email:`E-mail`,emailHint:`The invitation is mailed there, and they sign in with it.`,send:`Send the invitation`,mailed:`Mailed to {email}: {at}`,notMailed:`Not mailed: hand the link over yourself`,invitedBy:`Invited by {name}`,until:`The link works until`,over:`The link has expired`,again:`Send again`,againTitle:`Send the invitation again?`,againText:`A mail with a new link goes to {email}. The old link does not work any more.`,revoke:`Revoke`,save:`Save`,cancel:`Cancel`,done:`Done`},others:{de:()=>b(()=>import(`./de-DTfczZlC.js`),[],import.meta.url),nl:()=>b(()=>import(`./nl-DL6IKrtr.js`),[],import.meta.url)}}),L=t();function R({invitation:{email:e,sentAt:t,words:n}}){let{t:r}=I(),i=_();return t?(0,L.jsx)(h,{tone:`ok`,children:r(`mailed`,{email:e,at:i(t)})}):(0,L.jsxs)(`div`,{children:[(0,L.jsx)(h,{tone:n?`bad`:`wait`,children:r(`notMailed`)}),n&&(0,L.jsx)(`p`,{className:`small`,children:(0,L.jsx)(g,{children:n})})]})}function z({invitation:e,link:t,onDone:n}){let{t:r}=I();return(0,L.jsxs)(`div`,{className:`stack`,children:[(0,L.jsx)(R,{invitation:e}),t?(0,L.jsx)(y,{text:t,label:r(`link`)}):(0,L.jsx)(`p`,{children:r(`linkBefore`)}),(0,L.jsx)(`div`,{children:(0,L.jsx)(`button`,{type:`button`,className:`button`,onClick:n,children:r(`done`)})})]})}function B({role:e,campaigns:t}){let{t:n}=I();return(0,L.jsxs)(L.Fragment,{children:[(0,L.jsx)(`p`,{className:`label`,children:n(`role.${e}`)}),(0,L.jsx)(`p`,{className:`small muted`,children:n(`may.${e}`)}),t&&(0,L.jsxs)(`p`,{className:`small`,children:[n(`only`),` `,(0,L.jsx)(g,{children:t.map(({name:e})=>e).join(`, `)})]})]})}function V({invitation:e}){let{t}=I(),{email:n,role:r,campaigns:i,invitedBy:a,createdAt:o,expiresAt:s}=e,c=new Date(s)<new Date;return(0,L.jsxs)(`div`,{className:`person`,children:[(0,L.jsxs)(`div`,{children:[(0,L.jsx)(`h3`,{children:(0,L.jsx)(g,{children:n})}),(0,L.jsxs)(`p`,{className:`small muted`,children:[t(`invitedBy`,{name:a}),` `,(0,L.jsx)(v,{at:o})]})]}),(0,L.jsxs)(`div`,{children:[(0,L.jsx)(B,{role:r,campaigns:i}),(0,L.jsx)(R,{invitation:e}),c?(0,L.jsx)(h,{tone:`bad`,children:t(`over`)}):(0,L.jsxs)(`p`,{className:`small muted`,children:[t(`until`),` `,(0,L.jsx)(v,{at:s})]})]}),(0,L.jsx)(H,{invitation:e})]})}function H({invitation:e}){let{t}=I(),[n,r]=(0,E.useState)(!1),i=a(F),o=()=>r(!1);return(0,L.jsxs)(`div`,{className:`row wrap`,children:[(0,L.jsx)(`button`,{type:`button`,className:`button small`,onClick:()=>r(!0),children:t(`again`)}),(0,L.jsx)(`button`,{type:`button`,className:`button small`,disabled:i.busy,onClick:async()=>{await i.run({id:e.id})&&m(`invited`,`people`)},children:t(`revoke`)}),(0,L.jsx)(c,{problem:i.problem}),(0,L.jsx)(d,{title:t(`againTitle`),open:n,onClose:o,children:(0,L.jsx)(U,{invitation:e,onDone:o})})]})}function U({invitation:{id:e,email:t},onDone:n}){let{t:r}=I(),{run:i,busy:o,problem:s}=a(P),[l]=(0,E.useState)(p),[u,d]=(0,E.useState)(null);return u?(0,L.jsx)(z,{invitation:u.invitation,link:u.link,onDone:n}):(0,L.jsxs)(L.Fragment,{children:[(0,L.jsx)(`p`,{children:r(`againText`,{email:t})}),(0,L.jsx)(c,{problem:s}),(0,L.jsxs)(`div`,{className:`row wrap`,children:[(0,L.jsx)(`button`,{type:`button`,className:`button primary`,disabled:o,onClick:async()=>d((await i({id:e,idempotencyKey:l}))?.resendInvitation??null),children:r(`again`)}),(0,L.jsx)(`button`,{type:`button`,className:`button`,onClick:n,children:r(`cancel`)})]})]})}var W=[`OWNER`,`MANAGER`,`OPERATOR`,`VIEWER`],G=({role:e,campaigns:t})=>({role:e,campaigns:t?.map(({id:e})=>e)??null}),K=({role:e,campaigns:t})=>e===`OWNER`?null:t;function q(e){let t=K(e);return e.role===`OWNER`?{role:e.role}:t?{role:e.role,campaigns:[...t]}:{role:e.role,allCampaigns:!0}}function J(e){let t=K(e);return{role:e.role,...t?{campaigns:[...t]}:{}}}function Y({access:e,campaigns:t,onChange:n}){let{t:r}=I(),i=(0,E.useId)();return(0,L.jsxs)(L.Fragment,{children:[(0,L.jsxs)(`fieldset`,{className:`options`,children:[(0,L.jsx)(`legend`,{children:r(`role`)}),W.map(t=>(0,L.jsxs)(`label`,{className:`check hinted`,children:[(0,L.jsx)(`input`,{type:`radio`,name:i,checked:e.role===t,onChange:()=>n({...e,role:t})}),(0,L.jsxs)(`span`,{children:[r(`role.${t}`),(0,L.jsxs)(`span`,{className:`small muted`,children:[` `,r(`may.${t}`)]})]})]},t))]}),e.role!==`OWNER`&&(0,L.jsx)(C,{legend:r(`campaigns`),all:r(`campaigns.all`),some:r(`campaigns.some`),items:t,chosen:e.campaigns,onChange:t=>n({...e,campaigns:t})})]})}function X({campaigns:e,onDone:t}){let{t:n}=I(),{run:r,busy:i,problem:l}=a(N),[u,d]=(0,E.useState)(``),[f,p]=(0,E.useState)({role:`OPERATOR`,campaigns:null}),[m,h]=(0,E.useState)(null),g={email:u,...J(f)},_=x(JSON.stringify(g));return m?(0,L.jsx)(z,{invitation:m.invitation,link:m.link,onDone:t}):(0,L.jsxs)(`form`,{className:`stack`,onSubmit:async e=>{e.preventDefault();let t=await r({...g,idempotencyKey:_});t&&h(t.createInvitation)},children:[(0,L.jsx)(S,{label:n(`email`),hint:n(`emailHint`),problem:o(l,`input.email`),children:e=>(0,L.jsx)(`input`,{...e,className:`input`,type:`email`,required:!0,value:u,onChange:e=>d(e.target.value)})}),(0,L.jsx)(Y,{access:f,campaigns:e,onChange:p}),(0,L.jsx)(c,{problem:s(l,[`input.email`])}),(0,L.jsxs)(`div`,{className:`row wrap`,children:[(0,L.jsx)(`button`,{type:`submit`,className:`button primary`,disabled:i||f.campaigns?.length===0,children:n(`send`)}),(0,L.jsx)(`button`,{type:`button`,className:`button`,onClick:t,children:n(`cancel`)})]})]})}function Z({person:e,campaigns:t,onDone:n}){let{t:r}=I(),i=T(),{run:l,busy:u,problem:d}=a(k),[f,p]=(0,E.useState)(e.name),[m,h]=(0,E.useState)(G(e));return(0,L.jsxs)(`form`,{className:`stack`,onSubmit:async t=>{t.preventDefault(),await l({id:e.id,name:f,...q(m)})&&(i(r(`changed`,{name:f}),()=>l({id:e.id,name:e.name,...q(G(e))})),n())},children:[(0,L.jsx)(S,{label:r(`name`),problem:o(d,`input.name`),children:e=>(0,L.jsx)(`input`,{...e,className:`input`,required:!0,value:f,onChange:e=>p(e.target.value)})}),(0,L.jsx)(Y,{access:m,campaigns:t,onChange:h}),(0,L.jsx)(c,{problem:s(d,[`input.name`])}),(0,L.jsxs)(`div`,{className:`row wrap`,children:[(0,L.jsx)(`button`,{type:`submit`,className:`button primary`,disabled:u||m.campaigns?.length===0,children:r(`save`)}),(0,L.jsx)(`button`,{type:`button`,className:`button`,onClick:n,children:r(`cancel`)})]})]})}function Q({person:{id:e,name:t}}){let{t:n}=I(),{run:r,busy:i,problem:o}=a(M),[s,l]=(0,E.useState)(``);return(0,L.jsxs)(L.Fragment,{children:[(0,L.jsx)(`p`,{children:n(`passwordText`,{name:t})}),(0,L.jsx)(c,{problem:o}),s?(0,L.jsx)(y,{text:s,label:n(`link`)}):(0,L.jsx)(`div`,{children:(0,L.jsx)(`button`,{type:`button`,className:`button primary`,disabled:i,onClick:async()=>l((await r({person:e}))?.createPasswordLink?.link??``),children:n(`makeLink`)})})]})}function $({person:e,campaigns:t}){let{t:n}=I(),r=_(),{name:i,email:a,signedInAt:o,disabledAt:s}=e;return(0,L.jsxs)(`div`,{className:`person`,children:[(0,L.jsxs)(`div`,{children:[(0,L.jsx)(`h2`,{children:(0,L.jsx)(g,{children:i})}),(0,L.jsx)(`p`,{className:`small muted`,children:(0,L.jsx)(g,{children:a})}),(0,L.jsxs)(`p`,{className:`small muted`,children:[n(`signedIn`),` `,o?(0,L.jsx)(v,{at:o}):n(`never`)]})]}),(0,L.jsxs)(`div`,{children:[(0,L.jsx)(B,{role:e.role,campaigns:e.campaigns}),s&&(0,L.jsx)(h,{tone:`bad`,children:n(`disabled`,{at:r(s)})})]}),(0,L.jsx)(ee,{person:e,campaigns:t})]})}function ee({person:e,campaigns:t}){let{t:n}=I(),[r,i]=(0,E.useState)(),a=()=>i(void 0);return(0,L.jsxs)(`div`,{className:`row wrap`,children:[(0,L.jsx)(`button`,{type:`button`,className:`button small`,onClick:()=>i(`change`),children:n(`change`)}),!e.disabledAt&&(0,L.jsx)(`button`,{type:`button`,className:`button small`,onClick:()=>i(`password`),children:n(`passwordLink`)}),(0,L.jsx)(te,{person:e}),(0,L.jsx)(d,{title:n(`changeTitle`,{name:e.name}),open:r===`change`,onClose:a,children:(0,L.jsx)(Z,{person:e,campaigns:t,onDone:a})}),(0,L.jsx)(d,{title:n(`passwordLink`),open:r===`password`,onClose:a,children:(0,L.jsx)(Q,{person:e})})]})}function te({person:{id:e,name:t,disabledAt:n}}){let{t:r}=I(),i=w(),o=T(),s=a(A),l=a(j);return i.person===e?(0,L.jsx)(`span`,{className:`small muted`,children:r(`you`)}):(0,L.jsxs)(L.Fragment,{children:[(0,L.jsx)(`button`,{type:`button`,className:`button small`,disabled:s.busy||l.busy,onClick:async()=>{n?await l.run({id:e}):await s.run({id:e})&&o(r(`disabledNow`,{name:t}),()=>l.run({id:e}))},children:r(n?`enable`:`disable`)}),(0,L.jsx)(c,{problem:s.problem??l.problem})]})}function ne(){let{t:e}=I();return(0,L.jsx)(f,{may:`PEOPLE`,title:e(`title`),children:(0,L.jsx)(re,{})})}function re(){let{t:e}=I(),t=i(`account`,O,{}),[n,r]=(0,E.useState)(!1);return(0,L.jsx)(l,{title:e(`title`),actions:(0,L.jsx)(`button`,{type:`button`,className:`button primary`,onClick:()=>r(!0),children:e(`invite`)}),children:(0,L.jsx)(u,{of:t,children:t=>(0,L.jsxs)(L.Fragment,{children:[(0,L.jsx)(ie,{result:t}),(0,L.jsx)(d,{title:e(`invite`),open:n,onClose:()=>r(!1),children:(0,L.jsx)(X,{campaigns:t.campaigns,onDone:()=>r(!1)})})]})})})}function ie({result:{people:e,invitations:t,campaigns:n}}){let{t:r}=I();return(0,L.jsxs)(`div`,{className:`stack`,children:[(0,L.jsx)(`ul`,{id:`people`,tabIndex:-1,className:`people`,children:e.map(e=>(0,L.jsx)(`li`,{className:`card`,children:(0,L.jsx)($,{person:e,campaigns:n})},e.id))}),t.length>0&&(0,L.jsxs)(`section`,{"aria-labelledby":`invited`,className:`stack`,children:[(0,L.jsx)(`h2`,{id:`invited`,tabIndex:-1,children:r(`invited`)}),(0,L.jsx)(`ul`,{className:`people`,children:t.map(e=>(0,L.jsx)(`li`,{className:`card`,children:(0,L.jsx)(V,{invitation:e})},e.id))})]})]})}export{ne as People};