import{a as e,o as t,r as n,t as r}from"./NoPage-BCtjlXlu.js";import{o as i,t as a}from"./Answer-OanFIZ0d.js";import{i as o}from"./Words-CZI-lKCi.js";import{t as s}from"./words-Be-MIBX2.js";var c=o();function l({label:e,children:t}){return(0,c.jsx)(`nav`,{"aria-label":e,className:`tabs`,children:t})}var u=new class extends String{__apiType;value;__meta__;constructor(e,t){super(e),this.value=e,this.__meta__=t}toString(){return this.value}}(`
    query Campaign($id: ID!) {
  campaign(id: $id) {
    id
    name
  }
}
    `);function d(){let{t:o}=s(),{campaign:d}=t({from:`/campaigns/$campaign`}),f=i(`account`,u,{id:d}),p={campaign:d};return(0,c.jsx)(a,{of:f,missing:(0,c.jsx)(r,{}),children:({campaign:t})=>t?(0,c.jsxs)(c.Fragment,{children:[(0,c.jsx)(`p`,{className:`campaign-name`,children:(0,c.jsx)(`bdi`,{children:t.name})}),(0,c.jsx)(l,{label:o(`tabs`),children:(0,c.jsx)(e,{to:`/campaigns/$campaign`,params:p,activeOptions:{exact:!0},activeProps:{"aria-current":`page`},children:o(`tab.overview`)})}),(0,c.jsx)(n,{})]}):(0,c.jsx)(r,{})})}export{d as Campaign};