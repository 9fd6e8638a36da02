import{a as e,i as t}from"./data-C2lgpPA1.js";import{a as n,i as r,r as i,t as a}from"./Answer-CXfdPZug.js";import{t as o}from"./Dialog-DCpdC3Cl.js";import{a as s,i as c,r as l,s as u}from"./Words-BLbqobkX.js";import{t as d}from"./language-DLeC2-fy.js";import{t as f}from"./useKeyFor-B-vR-chU.js";import{t as p}from"./Text-BCdZrdet.js";import{a as m}from"./messages-CEVid_ve.js";import{t as h}from"./shared-C2IM_zes.js";import{t as g}from"./preload-helper-BQUUbbNx.js";import{t as _}from"./Field-g3qmi5Sg.js";var v=class extends String{__apiType;value;__meta__;constructor(e,t){super(e),this.value=e,this.__meta__=t}toString(){return this.value}},y=new v(`
    query Act($id: ID!) {
  followUp(id: $id) {
    id
    number
    state
    codes
    campaign {
      id
      name
      goalSettings {
        allowMultiple
      }
      successCodes {
        id
        label
        retired
      }
    }
    receipt {
      id
      state
      words
      recipient {
        name
        email
      }
    }
  }
}
    `),b=new v(`
    mutation SendAgain($input: SendAgainInput!) {
  sendAgain(input: $input) {
    followUp {
      id
    }
  }
}
    `),x=new v(`
    mutation Settle($input: SettleDeliveryInput!) {
  settleDelivery(input: $input) {
    followUp {
      id
    }
  }
}
    `),S=new v(`
    mutation Release($input: ReleaseFollowUpInput!) {
  releaseFollowUp(input: $input) {
    followUp {
      id
    }
  }
}
    `),C=new v(`
    mutation Move($input: MoveFollowUpInput!) {
  moveFollowUp(input: $input) {
    followUp {
      id
    }
  }
}
    `),w=new v(`
    query WouldGo($input: SimulateRoutingInput!, $language: Language!) {
  simulateRouting(input: $input) {
    recipients {
      address {
        name
        email
      }
      reasons {
        sentence(language: $language)
      }
    }
    notForwarded
  }
}
    `),T=u(s(),1),E=[`BOUNCED`,`BLOCKED`,`FAILED`],D=({receipt:e})=>A(e),O=({receipt:e})=>A(e.filter(({state:e})=>E.includes(e))),k=({receipt:e})=>A(e.filter(({state:e})=>e===`HELD`)),A=e=>[...new Set(e.map(({recipient:e})=>e.email))],j=({state:e})=>[`AWAITING_TRANSCRIPT`,`AWAITING_CODE`,`AWAITING_OK`,`HOLDING`].includes(e);function M({receipt:e},{recipients:t}){let n=A(e.filter(({state:e})=>!E.includes(e)));return t.filter(({address:e})=>!n.includes(e.email))}var N=l(m({english:{gone:`This follow-up is not there any more, or you may not see it.`,"title.again":`Send follow-up #{number} again`,"title.settle":`What became of follow-up #{number}?`,"title.release":`Release follow-up #{number}`,"title.move":`Give follow-up #{number} other codes`,"again.to":`To whom`,"again.FAILED":`To those who did not get it`,"again.SAME":`To all who were to get it`,"again.OTHERS":`To others`,"again.addresses":`Addresses`,"again.hint":`Several are separated by ; such as a@example.com; b@example.com`,"again.asItIs":`It is mailed at once, as a mail of its own with the chat as it is now.`,"again.send":`Send again`,"settle.text":`The mail server’s answer was lost, so nobody can tell whether this mail has arrived. Ask the recipient, or look in their mailbox.`,"settle.none":`This is settled already.`,"settle.sent":`It has arrived`,"settle.again":`It has not: send it again`,"release.text":`What is held is sent at once, to:`,"release.send":`Send what is held`,"move.codes":`Codes that count`,"move.none":`No code`,"move.nobody":`By these codes nobody gets it.`,"move.goesTo":`It then goes to:`,"move.missing":`By these codes these should have it, and have not been mailed:`,"move.complete":`Everybody who should have it by these codes has been mailed.`,"move.only":`Change the codes`,"move.quietly":`Change the codes, mail nobody`,"move.send":{one:`Change the codes and mail {count} address`,other:`Change the codes and mail {count} addresses`}},others:{de:()=>g(()=>import(`./de-C8JTLpmB.js`),[],import.meta.url),nl:()=>g(()=>import(`./nl-9pP0-azn.js`),[],import.meta.url)}},h)),P=c();function F({followUp:n,onDone:r}){let{t:o,language:s}=N(),[c,l]=(0,T.useState)(n.codes),{run:u,busy:p,problem:m}=t(C),h=e(`account`,w,{input:{campaign:n.campaign.id,codes:[...c]},language:d(s)}),g={stay:f(`stay ${c}`),send:f(`send ${c}`)},_=async e=>{let t={followUp:n.id,codes:[...c],send:e,idempotencyKey:e?g.send:g.stay};await u(t)&&r()};return(0,P.jsxs)(`div`,{className:`stack`,children:[(0,P.jsx)(i,{problem:m}),(0,P.jsx)(I,{followUp:n,codes:c,onPick:l}),(0,P.jsx)(a,{of:h,children:({simulateRouting:e})=>{let t=M(n,e);return(0,P.jsxs)(`div`,{className:`stack`,children:[(0,P.jsx)(L,{would:e,missing:t,waits:j(n)}),(0,P.jsxs)(`div`,{className:`row wrap`,children:[(0,P.jsx)(`button`,{type:`button`,className:`button`,disabled:p||h.isPlaceholderData,onClick:()=>_(!1),children:o(j(n)?`move.only`:`move.quietly`)}),!j(n)&&t.length>0&&(0,P.jsx)(`button`,{type:`button`,className:`button primary`,disabled:p||h.isPlaceholderData,onClick:()=>_(!0),children:o(`move.send`,{count:t.length})})]})]})}})]})}function I({followUp:e,codes:t,onPick:n}){let{t:r}=N(),i=e.campaign.goalSettings.allowMultiple,a=e.campaign.successCodes.filter(({label:e,retired:n})=>!n||t.includes(e)),o=(e,r)=>n(i?[...t.filter(t=>t!==e),...r?[e]:[]]:[e]);return(0,P.jsxs)(`fieldset`,{className:`field`,children:[(0,P.jsx)(`legend`,{className:`label`,children:r(`move.codes`)}),a.map(({id:e,label:n})=>(0,P.jsxs)(`label`,{className:`check`,children:[(0,P.jsx)(`input`,{type:i?`checkbox`:`radio`,name:`code`,checked:t.includes(n),onChange:e=>o(n,e.target.checked)}),(0,P.jsx)(p,{children:n})]},e)),!i&&(0,P.jsxs)(`label`,{className:`check`,children:[(0,P.jsx)(`input`,{type:`radio`,name:`code`,checked:t.length===0,onChange:()=>n([])}),r(`move.none`)]})]})}function L({would:e,missing:t,waits:n}){let{t:r}=N(),i=n?e.recipients:t;return e.recipients.length===0?(0,P.jsx)(`p`,{children:r(`move.nobody`)}):(0,P.jsxs)(`div`,{role:`status`,children:[(0,P.jsx)(`p`,{children:r(n?`move.goesTo`:t.length>0?`move.missing`:`move.complete`)}),(0,P.jsx)(`ul`,{className:`recipient-list small`,children:i.map(({address:e,reasons:t})=>(0,P.jsxs)(`li`,{children:[(0,P.jsx)(p,{children:e.email}),(0,P.jsx)(`span`,{className:`muted`,children:t.map(({sentence:e})=>e).join(` · `)})]},e.email))})]})}function R({emails:e}){return e.length===0?null:(0,P.jsx)(`span`,{className:`small muted to`,children:(0,P.jsx)(p,{children:e.join(`, `)})})}function z({followUp:e,onDone:n}){let{t:r}=N(),{run:a,busy:o,problem:s}=t(S),c=f(e.id);return(0,P.jsxs)(`div`,{className:`stack`,children:[(0,P.jsx)(i,{problem:s}),(0,P.jsxs)(`p`,{children:[r(`release.text`),(0,P.jsx)(R,{emails:k(e)})]}),(0,P.jsx)(`button`,{type:`button`,className:`button primary`,disabled:o,onClick:async()=>{await a({followUp:e.id,idempotencyKey:c})&&n()},children:r(`release.send`)})]})}function B({followUp:e,onDone:a}){let{t:o}=N(),s=O(e),[c,l]=(0,T.useState)(s.length>0?`FAILED`:`OTHERS`),[u,d]=(0,T.useState)(``),{run:p,busy:m,problem:h}=t(b),g=f(`${c} ${u}`),v=async t=>{t.preventDefault(),await p({followUp:e.id,to:c,addresses:c===`OTHERS`?u:``,idempotencyKey:g})&&a()},y=(e,t)=>(0,P.jsxs)(`label`,{className:`again-choice`,children:[(0,P.jsx)(`input`,{type:`radio`,name:`to`,checked:c===e,disabled:t.length===0,onChange:()=>l(e)}),(0,P.jsxs)(`span`,{children:[o(`again.${e}`),(0,P.jsx)(R,{emails:t})]})]});return(0,P.jsxs)(`form`,{className:`stack`,onSubmit:v,children:[(0,P.jsx)(i,{problem:r(h,[`input.addresses`])}),(0,P.jsxs)(`fieldset`,{className:`stack`,children:[(0,P.jsx)(`legend`,{className:`visually-hidden`,children:o(`again.to`)}),y(`FAILED`,s),y(`SAME`,D(e)),(0,P.jsxs)(`label`,{className:`again-choice`,children:[(0,P.jsx)(`input`,{type:`radio`,name:`to`,checked:c===`OTHERS`,onChange:()=>l(`OTHERS`)}),(0,P.jsx)(`span`,{children:o(`again.OTHERS`)})]})]}),c===`OTHERS`&&(0,P.jsx)(_,{label:o(`again.addresses`),hint:o(`again.hint`),problem:n(h,`input.addresses`),children:e=>(0,P.jsx)(`input`,{...e,className:`input`,inputMode:`email`,autoComplete:`off`,dir:`auto`,required:!0,value:u,onChange:e=>d(e.target.value)})}),(0,P.jsx)(`p`,{className:`small muted`,children:o(`again.asItIs`)}),(0,P.jsx)(`button`,{type:`submit`,className:`button primary`,disabled:m,children:o(`again.send`)})]})}function V({followUp:e,onDone:t}){let{t:n}=N(),r=e.receipt.filter(({state:e})=>e===`UNCERTAIN`);return(0,P.jsxs)(`div`,{className:`stack`,children:[(0,P.jsx)(`p`,{children:r.length>0?n(`settle.text`):n(`settle.none`)}),r.map(e=>(0,P.jsx)(H,{delivery:e,onDone:r.length>1?()=>{}:t},e.id))]})}function H({delivery:{id:e,recipient:n,words:r},onDone:a}){let{t:o}=N(),{run:s,busy:c,problem:l}=t(x),u={SENT:f(`${e} SENT`),SEND_AGAIN:f(`${e} SEND_AGAIN`)},d=async t=>{await s({delivery:e,verdict:t,idempotencyKey:u[t]})&&a()};return(0,P.jsxs)(`div`,{className:`stack`,children:[(0,P.jsx)(i,{problem:l}),(0,P.jsxs)(`p`,{children:[(0,P.jsx)(`strong`,{children:(0,P.jsx)(p,{children:n.email})}),(0,P.jsx)(`br`,{}),(0,P.jsx)(`span`,{className:`small muted`,children:(0,P.jsx)(p,{children:r})})]}),(0,P.jsxs)(`div`,{className:`row wrap`,children:[(0,P.jsx)(`button`,{type:`button`,className:`button`,disabled:c,onClick:()=>d(`SENT`),children:o(`settle.sent`)}),(0,P.jsx)(`button`,{type:`button`,className:`button`,disabled:c,onClick:()=>d(`SEND_AGAIN`),children:o(`settle.again`)})]})]})}var U={again:B,settle:V,release:z,move:F};function W({what:t,followUp:n,onClose:r}){let{t:i}=N(),s=e(`followUps`,y,{id:n}),c=s.data?.followUp?.number??``,l=U[t];return(0,P.jsx)(o,{title:i(`title.${t}`,{number:c}),open:!0,onClose:r,children:(0,P.jsx)(a,{of:s,children:({followUp:e})=>e?(0,P.jsx)(l,{followUp:e,onDone:r}):(0,P.jsx)(`p`,{children:i(`gone`)})})})}export{W as default};