import{t as e}from"./useParams-BPTGfSTj.js";import{a as t,i as n}from"./data-C2lgpPA1.js";import{a as r,i,r as a,s as o,t as s}from"./Answer-CXfdPZug.js";import{a as c,i as l,r as u,s as d}from"./Words-BLbqobkX.js";import{n as f}from"./viewer-c76O6KLk.js";import{n as p}from"./Toast-CceN3_FM.js";import{t as m}from"./preload-helper-BQUUbbNx.js";import{t as h}from"./Field-g3qmi5Sg.js";import{t as g}from"./ZoneInput-B1SGAvUw.js";var _=d(c(),1),v=class extends String{__apiType;value;__meta__;constructor(e,t){super(e),this.value=e,this.__meta__=t}toString(){return this.value}},y=new v(`
    query Settings($id: ID!) {
  campaign(id: $id) {
    id
    name
    timeZone
    coverNumbers
    retired
    goalSettings {
      mode
      timeLimit
      undoDelay
      unaddressed
    }
    sendingLimits {
      mailLimit
      operatorLimit
    }
  }
}
    `),b=new v(`
    mutation ChangeCampaign($input: UpdateCampaignInput!) {
  updateCampaign(input: $input) {
    campaign {
      id
    }
  }
}
    `),x=new v(`
    mutation ChangeGoalSettings($input: UpdateGoalSettingsInput!) {
  updateGoalSettings(input: $input) {
    campaign {
      id
    }
  }
}
    `),S=new v(`
    mutation ChangeLimits($input: UpdateSendingLimitsInput!) {
  updateSendingLimits(input: $input) {
    campaign {
      id
    }
  }
}
    `),C=new v(`
    mutation RetireCampaign($input: RetireCampaignInput!) {
  retireCampaign(input: $input) {
    campaign {
      id
    }
  }
}
    `),w=new v(`
    mutation RestoreCampaign($input: RestoreCampaignInput!) {
  restoreCampaign(input: $input) {
    campaign {
      id
    }
  }
}
    `);function T(e,t){let n=Object.keys(e).filter(n=>!(n in t)||e[n]!==t[n]);return Object.fromEntries(n.map(t=>[t,e[t]]))}var E=u({english:{title:`Settings`,save:`Save`,discard:`Discard`,saved:`Saved: {section}`,"name.title":`Name and time zone`,name:`Name`,nameHint:`Also the sender’s name in its mails, unless those say otherwise.`,timeZone:`Time zone`,timeZoneHint:`Times in its mails and days in its reports are in it. Days that are over stay as they were counted.`,"sending.title":`When chats are sent`,mode:`What sends a chat`,"mode.AUTOMATIC":`The end of the chat`,"mode.OPERATOR_OK":`An operator’s OK`,"modeMeans.AUTOMATIC":`It goes by itself when the source’s hold time is over, by the codes that the chat app sends, unless an operator picks others until then.`,"modeMeans.OPERATOR_OK":`It waits until an operator presses OK, at most until the time limit. Messages that were left while nobody was there go by themselves.`,timeLimit:`Time limit`,timeLimitHint:`How long a chat waits for people in all: for OK, for a required code, or for both. Then it goes by what it has. At most 7 days.`,unit:`Unit`,"unit.seconds":`seconds`,"unit.minutes":`minutes`,"unit.hours":`hours`,"unit.days":`days`,undoDelay:`Seconds to undo an OK`,undoDelayHint:`So long after OK the chat is still here. 0 to 60.`,unaddressed:`A chat whose codes lead to no address`,"unaddressed.STANDARD":`Goes to standard`,"unaddressed.NOT_FORWARDED":`Goes to nobody`,"unaddressedMeans.STANDARD":`As a chat without a code does.`,"unaddressedMeans.NOT_FORWARDED":`It stays in the list of follow-ups, with the reason. A code without addresses then means: not to be forwarded.`,"cover.title":`Card and account numbers`,cover:`Cover them in mails`,coverMeans:`What looks like a card number, an IBAN or a card’s security code is a black bar in mails. An operator can lift a bar that is there by mistake. It counts for mails that are made from now on.`,"limits.title":`Sending limits`,"limits.means":`A guard against mistakes. What is over a limit is held, visibly, until somebody releases it.`,"limits.mailLimit":`Mails of the campaign in an hour`,"limits.operatorLimit":`Mails by one operator in an hour`,"limits.none":`Each recipient counts. 0 is no limit.`,"retire.title":`Retire the campaign`,"retire.means":`Lists leave it out; its chats, reports and settings are kept, and it can be taken back. First have the sources that lead to it lead elsewhere, so that no chat is lost.`,retire:`Retire it`,"retire.done":`{campaign} is retired`},others:{de:()=>m(()=>import(`./de-AOtWhPtO.js`),[],import.meta.url),nl:()=>m(()=>import(`./nl-BQHkqre9.js`),[],import.meta.url)}}),D=l();function O(e){let[t,n]=(0,_.useState)({}),r=Object.keys(t).filter(n=>t[n]!==e[n]),i=e=>Object.fromEntries(r.map(t=>[t,e[t]]));return{values:{...e,...t},changes:i(t),before:i(e),set:e=>n(t=>({...t,...e})),saved:e=>n(t=>T(t,e)),reset:()=>n({})}}function k({title:e,change:t,id:n,typed:r,fields:o,children:s}){let{t:c}=E(),l=p(),u=f().may(`CAMPAIGN`),d=(0,_.useId)();return(0,D.jsxs)(`form`,{onSubmit:async i=>{i.preventDefault(),await t.run({...n,...r.changes})&&(r.saved(r.changes),l(c(`saved`,{section:e}),()=>t.run({...n,...r.before})))},className:`card`,"aria-labelledby":d,children:[(0,D.jsx)(`h2`,{id:d,children:e}),(0,D.jsxs)(`fieldset`,{disabled:!u,"aria-labelledby":d,className:`stack`,children:[(0,D.jsx)(a,{problem:i(t.problem,o.map(e=>`input.${e}`))}),s,Object.keys(r.changes).length>0&&(0,D.jsxs)(`div`,{className:`row wrap`,children:[(0,D.jsx)(`button`,{type:`submit`,className:`button primary`,disabled:t.busy,children:c(`save`)}),(0,D.jsx)(`button`,{type:`button`,className:`button quiet`,onClick:()=>{r.reset(),t.reset()},children:c(`discard`)})]})]})]})}function A({campaign:{id:e,coverNumbers:t}}){let{t:r}=E(),i=(0,_.useId)(),a=n(b),o=O({coverNumbers:t});return(0,D.jsx)(k,{title:r(`cover.title`),change:a,id:{id:e},typed:o,fields:[],children:(0,D.jsxs)(`div`,{className:`option`,children:[(0,D.jsxs)(`label`,{className:`check`,children:[(0,D.jsx)(`input`,{type:`checkbox`,checked:o.values.coverNumbers,"aria-describedby":i,onChange:({target:e})=>o.set({coverNumbers:e.checked})}),r(`cover`)]}),(0,D.jsx)(`p`,{id:i,className:`small muted`,children:r(`coverMeans`)})]})})}var j=[`mailLimit`,`operatorLimit`];function M({campaign:e}){let{t}=E(),{mailLimit:i,operatorLimit:a}=e.sendingLimits,o={mailLimit:i,operatorLimit:a},s=n(S),c=O(o);return(0,D.jsxs)(k,{title:t(`limits.title`),change:s,id:{campaign:e.id},typed:c,fields:j,children:[(0,D.jsx)(`p`,{className:`small muted`,children:t(`limits.means`)}),j.map(e=>(0,D.jsx)(h,{label:t(`limits.${e}`),hint:t(`limits.none`),problem:r(s.problem,`input.${e}`),children:t=>(0,D.jsx)(`input`,{...t,type:`number`,inputMode:`numeric`,className:`input number`,required:!0,min:0,max:1e6,value:Number.isNaN(c.values[e])?``:c.values[e],onChange:({target:t})=>c.set({[e]:t.valueAsNumber})})},e))]})}function N({campaign:e}){let{t}=E(),{id:i,name:a,timeZone:o}=e,s=n(b),c=O({name:a,timeZone:o}),{values:l,set:u}=c;return(0,D.jsxs)(k,{title:t(`name.title`),change:s,id:{id:i},typed:c,fields:[`name`,`timeZone`],children:[(0,D.jsx)(h,{label:t(`name`),hint:t(`nameHint`),problem:r(s.problem,`input.name`),children:e=>(0,D.jsx)(`input`,{...e,className:`input`,required:!0,maxLength:120,value:l.name,onChange:({target:e})=>u({name:e.value})})}),(0,D.jsx)(h,{label:t(`timeZone`),hint:t(`timeZoneHint`),problem:r(s.problem,`input.timeZone`),children:e=>(0,D.jsx)(g,{...e,value:l.timeZone,onChange:({target:e})=>u({timeZone:e.value})})})]})}function P({campaign:{id:e,name:t,retired:r}}){let{t:i}=E(),o=p(),s=f().may(`ACCOUNT`),{run:c,busy:l,problem:u}=n(C),{run:d}=n(w);return r||!s?null:(0,D.jsxs)(`section`,{className:`card`,"aria-labelledby":`retire`,children:[(0,D.jsx)(`h2`,{id:`retire`,children:i(`retire.title`)}),(0,D.jsxs)(`div`,{className:`stack`,children:[(0,D.jsx)(`p`,{className:`small muted`,children:i(`retire.means`)}),(0,D.jsx)(a,{problem:u}),(0,D.jsx)(`div`,{className:`row`,children:(0,D.jsx)(`button`,{type:`button`,className:`button`,disabled:l,onClick:async()=>{await c({id:e})&&o(i(`retire.done`,{campaign:t}),()=>d({id:e}))},children:i(`retire`)})})]})]})}var F={days:86400,hours:3600,minutes:60,seconds:1},I=Object.keys(F);function L(e,t){let n=t=>t!==void 0&&!(e%F[t]>0),r=n(t)?t:e===0?`minutes`:I.find(n);return{amount:e/F[r??`seconds`],unit:r??`seconds`}}var R=(e,t)=>e*F[t];function z({label:e,hint:t,problem:n,seconds:r,onChange:i}){let{t:a}=E(),[o,s]=(0,_.useState)(),{amount:c,unit:l}=L(r,o);return(0,D.jsx)(h,{label:e,hint:t,problem:n,children:e=>(0,D.jsxs)(`div`,{className:`row`,children:[(0,D.jsx)(`input`,{...e,type:`number`,inputMode:`numeric`,min:0,required:!0,className:`input number`,value:Number.isNaN(c)?``:c,onChange:({target:e})=>{s(l),i(R(e.valueAsNumber,l))}}),(0,D.jsx)(`select`,{className:`input unit`,"aria-label":a(`unit`),value:l,onChange:({target:e})=>{s(e.value),i(R(c,e.value))},children:I.map(e=>(0,D.jsx)(`option`,{value:e,children:a(`unit.${e}`)},e))})]})})}function B({label:e,name:t,options:n,value:r,onChange:i,title:a,means:o}){let s=(0,_.useId)();return(0,D.jsxs)(`fieldset`,{children:[(0,D.jsx)(`legend`,{className:`label`,children:e}),n.map(e=>(0,D.jsxs)(`div`,{className:`option`,children:[(0,D.jsxs)(`label`,{className:`check`,children:[(0,D.jsx)(`input`,{type:`radio`,name:t,checked:e===r,"aria-describedby":`${s}${e}`,onChange:()=>i(e)}),a(e)]}),(0,D.jsx)(`p`,{id:`${s}${e}`,className:`small muted`,children:o(e)})]},e))]})}function V({campaign:e}){let{t}=E(),{mode:i,timeLimit:a,undoDelay:o,unaddressed:s}=e.goalSettings,c={mode:i,timeLimit:a,undoDelay:o,unaddressed:s},l=n(x),u=O(c),{values:d,set:f}=u,p=e=>r(l.problem,`input.${e}`);return(0,D.jsxs)(k,{title:t(`sending.title`),change:l,id:{campaign:e.id},typed:u,fields:Object.keys(c),children:[(0,D.jsx)(B,{label:t(`mode`),name:`mode`,options:[`AUTOMATIC`,`OPERATOR_OK`],value:d.mode,onChange:e=>f({mode:e}),title:e=>t(`mode.${e}`),means:e=>t(`modeMeans.${e}`)}),(0,D.jsx)(z,{label:t(`timeLimit`),hint:t(`timeLimitHint`),problem:p(`timeLimit`),seconds:d.timeLimit,onChange:e=>f({timeLimit:e})}),(0,D.jsx)(h,{label:t(`undoDelay`),hint:t(`undoDelayHint`),problem:p(`undoDelay`),children:e=>(0,D.jsx)(`input`,{...e,type:`number`,inputMode:`numeric`,className:`input number`,required:!0,min:0,max:60,value:Number.isNaN(d.undoDelay)?``:d.undoDelay,onChange:({target:e})=>f({undoDelay:e.valueAsNumber})})}),(0,D.jsx)(B,{label:t(`unaddressed`),name:`unaddressed`,options:[`STANDARD`,`NOT_FORWARDED`],value:d.unaddressed,onChange:e=>f({unaddressed:e}),title:e=>t(`unaddressed.${e}`),means:e=>t(`unaddressedMeans.${e}`)})]})}function H(){let{t:n}=E(),{campaign:r}=e({from:`/campaigns/$campaign/settings`}),i=t(`account`,y,{id:r});return(0,D.jsx)(o,{title:n(`title`),children:(0,D.jsx)(s,{of:i,children:({campaign:e})=>e&&(0,D.jsxs)(`div`,{className:`campaign-settings stack`,children:[(0,D.jsx)(N,{campaign:e}),(0,D.jsx)(V,{campaign:e}),(0,D.jsx)(A,{campaign:e}),(0,D.jsx)(M,{campaign:e}),(0,D.jsx)(P,{campaign:e})]},e.id)})})}export{H as Settings};