function e(e){return e.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu,e=>{let t=e.charCodeAt(0);return e===`
`||e===`	`?e:t<32?String.fromCharCode(9216+t):t===127?`␡`:`�`})}export{e as t};