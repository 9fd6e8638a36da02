import{o as e,s as t,t as n}from"./followups-By8tb53i.js";import{o as r,t as i}from"./Answer-OanFIZ0d.js";import{i as a,n as o,r as s}from"./Words-CZI-lKCi.js";import{t as c}from"./Page-Dg82xaA_.js";import{t as l}from"./preload-helper-BQUUbbNx.js";var u=a();function d({text:e,children:t}){return(0,u.jsxs)(`div`,{className:`empty`,children:[(0,u.jsx)(`p`,{children:e}),t&&(0,u.jsx)(`div`,{className:`row wrap`,children:t})]})}function f({at:e,exact:t=!1}){let{language:n}=o(),r=new Date(e),i=new Intl.DateTimeFormat(n,{dateStyle:`full`,timeStyle:`long`}).format(r);return(0,u.jsx)(`time`,{dateTime:e,title:i,children:p(r,n,t)})}function p(e,t,n,r=new Date){if(n)return new Intl.DateTimeFormat(t,{dateStyle:`medium`,timeStyle:`medium`}).format(e);let i=e.toDateString()===r.toDateString();return new Intl.DateTimeFormat(t,i?{timeStyle:`short`}:{dateStyle:`medium`,timeStyle:`short`}).format(e)}var m=class extends String{__apiType;value;__meta__;constructor(e,t){super(e),this.value=e,this.__meta__=t}toString(){return this.value}};new m(`
    fragment Row on FollowUp {
  id
  number
  state
  codes
  chat {
    id
    closedAt
    visitor {
      name
      email
    }
  }
}
    `,{fragmentName:`Row`});var h=new m(`
    query Inbox($filter: FollowUpFilter, $after: String) {
  followUps(filter: $filter, first: 50, after: $after) {
    nodes {
      ...Row
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment Row on FollowUp {
  id
  number
  state
  codes
  chat {
    id
    closedAt
    visitor {
      name
      email
    }
  }
}`),g=s({english:{"inbox.title":`Follow-ups`,"inbox.search":`Search visitor, number, text or address`,"inbox.empty":`No follow-ups yet. The first one appears here when a chat is closed.`,"inbox.number":`Number`,"inbox.when":`Closed`,"inbox.visitor":`Visitor`},others:{de:()=>l(()=>import(`./de-Bm49LoDS.js`),[],import.meta.url),nl:()=>l(()=>import(`./nl-VHFjIW7h.js`),[],import.meta.url)}});function _(){let{t:a}=g(),o=t({from:`/follow-ups`}),s=e({from:`/follow-ups`}),l=r(`followUps`,h,{filter:n(o),after:o.after||null});return(0,u.jsxs)(c,{title:a(`inbox.title`),children:[(0,u.jsx)(`input`,{type:`search`,className:`input`,"aria-label":a(`inbox.search`),placeholder:a(`inbox.search`),defaultValue:o.q,onChange:e=>void s({search:{...o,q:e.target.value,after:``},replace:!0})}),(0,u.jsx)(i,{of:l,children:({followUps:e})=>e.nodes.length>0?(0,u.jsx)(v,{rows:e.nodes}):(0,u.jsx)(d,{text:a(`inbox.empty`)})})]})}function v({rows:e}){let{t}=g();return(0,u.jsx)(`div`,{className:`table-box`,children:(0,u.jsxs)(`table`,{className:`table`,children:[(0,u.jsx)(`thead`,{children:(0,u.jsxs)(`tr`,{children:[(0,u.jsx)(`th`,{scope:`col`,children:t(`inbox.number`)}),(0,u.jsx)(`th`,{scope:`col`,children:t(`inbox.when`)}),(0,u.jsx)(`th`,{scope:`col`,children:t(`inbox.visitor`)})]})}),(0,u.jsx)(`tbody`,{children:e.map(({id:e,number:t,chat:n})=>(0,u.jsxs)(`tr`,{children:[(0,u.jsx)(`td`,{children:t}),(0,u.jsx)(`td`,{children:(0,u.jsx)(f,{at:n.closedAt})}),(0,u.jsx)(`td`,{children:(0,u.jsx)(`bdi`,{children:n.visitor.name||n.visitor.email})})]},e))})]})})}export{_ as Inbox};