// Stands for every imported style sheet: jsdom lays nothing out.
export default {};
