console.log("da-DUM");
